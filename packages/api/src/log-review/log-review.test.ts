import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import type { ReviewReason } from "@kompassen/domain/audit";
import { addDays, type LocalDate, localDate, todayInSweden } from "@kompassen/domain/shared";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aKommun, type TestKommun } from "../testing/a-kommun.ts";
import { registerChildOf } from "../testing/index.ts";
import { takeUpLooks } from "./take-up-looks.ts";

const KOMMUN = "9315";
const today = todayInSweden(new Date());

let database: TestDatabase;
let kommun: TestKommun;
let coordinator: Awaited<ReturnType<TestKommun["person"]>>;
let reviewer: Awaited<ReturnType<TestKommun["person"]>>;

beforeAll(async () => {
  database = await openTestDatabase();
  kommun = await aKommun(database, KOMMUN);
  coordinator = await kommun.person("Siv", "stodsamordnare");
  reviewer = await kommun.person("Lo", "loggranskare");
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.admin`truncate log_review_item, log_review_run`;
  await database.admin`truncate audit_log, audit_chain`;
});

const job = { type: "system", kommunCode: KOMMUN, job: "review" } as const;
const takeUp = (on: LocalDate = today) => database.job.transaction(job, (tx) => takeUpLooks(tx, on));
const open = async () => (await reviewer.as.logReview.listItems({ state: "open" })).items;

/** Lays every row of the log on a moment, so that a test does not depend on when it is run. */
async function lookedAt(moment: string): Promise<LocalDate> {
  await database.admin`update audit_log set at = ${moment}, hash = decode('ffffffff', 'hex') || substring(hash from 5)`;
  return localDate(moment.slice(0, 10));
}

const WEEKDAY_NOON = "2026-03-17 12:00:00+01";

async function reasonsAfter(moment: string): Promise<ReviewReason[][]> {
  const day = await lookedAt(moment);
  await takeUp(day);
  return (await open()).map(({ reasons }) => [...reasons]);
}

/** One look of the coordinator at a child that the coordinator follows; nothing else is in the log. */
async function oneLook(): Promise<string> {
  const { childId } = await registerChildOf(kommun, coordinator.as);
  await database.admin`update child_relation set valid_from = '2020-01-01' where child_id = ${childId}`;
  await database.admin`truncate audit_log, audit_chain`;
  await coordinator.as.people.getChild({ childId });
  return childId;
}

describe("looks are taken up", () => {
  it("not when they are as usual", async () => {
    await oneLook();
    expect(await reasonsAfter(WEEKDAY_NOON)).toEqual([]);
  });

  it("of somebody with the child's surname", async () => {
    const childId = await oneLook();
    await database.admin`update child set family_name = 'Ek-Test' where id = ${childId}`;
    expect(await reasonsAfter(WEEKDAY_NOON)).toEqual([["same_surname"]]);
  });

  it("of somebody with a guardian's surname", async () => {
    const childId = await oneLook();
    await database.admin`update guardian set name = 'Bo Test' where child_id = ${childId}`;
    expect(await reasonsAfter(WEEKDAY_NOON)).toEqual([["same_surname"]]);
  });

  it("at a child with protected identity", async () => {
    const childId = await oneLook();
    await database.admin`update child set protected_identity = 'sekretessmarkering' where id = ${childId}`;
    expect(await reasonsAfter(WEEKDAY_NOON)).toEqual([["protected_identity"]]);
  });

  it("of somebody who stood in no relation to the child that day", async () => {
    const childId = await oneLook();
    const other = await kommun.person("Ylva", "stodsamordnare");
    await database.admin`update child_relation set person_id = ${other.id} where child_id = ${childId}`;
    expect(await reasonsAfter(WEEKDAY_NOON)).toEqual([["no_relation"]]);
  });

  it("after the child was closed", async () => {
    const childId = await oneLook();
    await database.admin`
      update child set closed_on = '2026-03-16', closing_reason = 'flytt' where id = ${childId}`;
    expect(await reasonsAfter(WEEKDAY_NOON)).toEqual([["after_closing"]]);
  });

  it.each([
    "2026-03-17 22:00:00+01",
    "2026-03-17 05:59:00+01",
    "2026-03-21 12:00:00+01",
    "2026-03-29 03:30:00+02",
  ])("in the night or on a weekend: %s", async (moment) => {
    await oneLook();
    expect(await reasonsAfter(moment)).toEqual([["odd_hours"]]);
  });

  it("that were emergency access, with a week to review them", async () => {
    await oneLook();
    await database.admin`update audit_log set purpose = 'nodoppning'`;
    expect(await reasonsAfter(WEEKDAY_NOON)).toEqual([["emergency"]]);
    expect(await open()).toMatchObject([{ dueOn: "2026-03-24" }]);
  });

  it("by lot, one row in a hundred", async () => {
    await oneLook();
    await lookedAt(WEEKDAY_NOON);
    await database.admin`update audit_log set hash = decode('00000000', 'hex') || substring(hash from 5)`;
    await takeUp(localDate("2026-03-17"));
    expect(await open()).toMatchObject([{ reasons: ["random"] }]);
  });

  it("when somebody opens many more children than usual, once for the day", async () => {
    const childIds: string[] = [];
    for (let more = 0; more < 21; more += 1)
      childIds.push((await registerChildOf(kommun, coordinator.as)).childId);
    await database.admin`
      update child_relation set valid_from = '2020-01-01' where child_id = any(${childIds}::uuid[])`;
    await database.admin`truncate audit_log, audit_chain`;
    for (const childId of childIds) await coordinator.as.people.getChild({ childId });
    expect(await reasonsAfter(WEEKDAY_NOON)).toEqual([["volume"]]);
  });

  it("once, however often the log is gone through", async () => {
    const childId = await oneLook();
    await database.admin`update child set protected_identity = 'sekretessmarkering' where id = ${childId}`;
    const day = await lookedAt(WEEKDAY_NOON);
    expect(await takeUp(day)).toBe(1);
    expect(await takeUp(day)).toBe(0);
    expect(await takeUp(addDays(day, 1))).toBe(0);
    expect(await open()).toHaveLength(1);
  });
});

describe("an item", () => {
  const anItem = async () => {
    const childId = await oneLook();
    await coordinator.as.behovskompass.getChart({ childId });
    await database.admin`update child set protected_identity = 'sekretessmarkering' where id = ${childId}`;
    await takeUp();
    const [item] = await open();
    if (item === undefined) throw new Error("no item");
    return { childId, item };
  };

  it("says who, what, when and why, and of the child its case number alone", async () => {
    const { childId, item } = await anItem();
    const [child] = await database.admin<
      { case_number: string }[]
    >`select case_number from child where id = ${childId}`;
    expect(item).toMatchObject({
      day: today,
      looks: 2,
      actorName: "Siv Test",
      actorTitle: "test",
      actorUnit: "Skola 1",
      isOwn: false,
      caseNumber: child?.case_number,
    });
    expect(item.reasons).toContain("protected_identity");
    const { entries } = await reviewer.as.logReview.getItem({ itemId: item.id });
    expect(entries.map(({ verb }) => verb)).toEqual(["people.getChild", "behovskompass.getChart"]);
    const said = JSON.stringify([item, entries]);
    for (const secret of ["Nilo", "Vandral", childId, "2016-03-01"]) expect(said).not.toContain(secret);
  });

  it("is signed with name and time, and leaves the list", async () => {
    const { item } = await anItem();
    await reviewer.as.logReview.decideItem({
      itemId: item.id,
      version: item.version,
      decision: "in_order",
      note: "",
    });
    expect(await open()).toEqual([]);
    const { items, counts } = await reviewer.as.logReview.listItems({ state: "decided" });
    expect(items).toMatchObject([
      { id: item.id, decision: "in_order", note: null, decidedByName: "Lo Test" },
    ]);
    expect(Date.now() - Date.parse(items[0]?.decidedAt ?? "")).toBeLessThan(60_000);
    expect(counts).toEqual({ open: 0, overdue: 0, decided: 1 });
  });

  it("is decided once: the second is told what stands", async () => {
    const { item } = await anItem();
    const other = await kommun.person("Dag", "dataskyddsombud");
    const input = { itemId: item.id, version: item.version, note: "Har ringt enhetschefen." };
    await other.as.logReview.decideItem({ ...input, decision: "follow_up" });
    const late = reviewer.as.logReview.decideItem({ ...input, decision: "in_order" });
    await expect(late).rejects.toMatchObject({
      cause: { code: "conflict", detail: { current: { decision: "follow_up", decidedByName: "Dag Test" } } },
    });
  });

  it("needs words when it is not in order", async () => {
    const { item } = await anItem();
    const decided = reviewer.as.logReview.decideItem({
      itemId: item.id,
      version: item.version,
      decision: "case_opened",
      note: " ",
    });
    await expect(decided).rejects.toMatchObject({ cause: { code: "invalid" } });
  });

  it("of one's own looks is somebody else's to decide, in the database too", async () => {
    const { item } = await anItem();
    const both = await kommun.person("Siv", "loggranskare");
    await database.admin`
      update audit_actor set actor_id = ${both.id}, salt = s.salt, alias = kompass.log_alias(s.salt, ${both.id})
        from (select kompass.draw_salt() as salt) s where actor_id = ${coordinator.id}`;
    await database.admin`
      update log_review_item set actor = (select alias from audit_actor where actor_id = ${both.id})`;
    expect((await both.as.logReview.listItems({ state: "open" })).items).toMatchObject([{ isOwn: true }]);
    const decided = both.as.logReview.decideItem({
      itemId: item.id,
      version: 1,
      decision: "in_order",
      note: "",
    });
    await expect(decided).rejects.toMatchObject({
      cause: { code: "closed", detail: { reason: "same_person" } },
    });
  });

  it("comes again when there are new looks after it was decided", async () => {
    const { childId, item } = await anItem();
    await reviewer.as.logReview.decideItem({ itemId: item.id, version: 1, decision: "in_order", note: "" });
    await takeUp();
    expect(await open()).toEqual([]);
    await coordinator.as.people.getChild({ childId });
    await takeUp();
    expect(await open()).toMatchObject([{ looks: 1 }]);
  });

  it("of a purged child says nothing of the child, and the note is gone", async () => {
    const { childId, item } = await anItem();
    await reviewer.as.logReview.decideItem({
      itemId: item.id,
      version: 1,
      decision: "follow_up",
      note: "Om Nilo.",
    });
    await database.admin.begin(async (sql) => {
      await sql`select set_config('kompass.kommun', ${KOMMUN}, true)`;
      await sql`select kompass.forget_in_log(${childId})`;
    });
    const { items } = await reviewer.as.logReview.listItems({ state: "decided" });
    expect(items).toMatchObject([{ caseNumber: null, isOfChild: true, note: null, decision: "follow_up" }]);
  });

  it("is not there for anybody else, nor for the reviewer of another kommun", async () => {
    const { item } = await anItem();
    for (const role of ["administrator", "stodsamordnare", "styrgrupp"] as const) {
      const person = await kommun.person("Per", role);
      await expect(person.as.logReview.listItems({ state: "open" })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
      const past = database.app.transaction(
        { type: "person", kommunCode: KOMMUN, personId: person.id },
        ({ sql }) => sql`select * from kompass.log_review_list(null, 'open', 10)`,
      );
      await expect(past).rejects.toMatchObject({ code: "42501" });
    }
    const elsewhere = await aKommun(database, "9316");
    const other = await elsewhere.person("Lo", "loggranskare");
    expect((await other.as.logReview.listItems({ state: "open" })).items).toEqual([]);
    await expect(other.as.logReview.getItem({ itemId: item.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

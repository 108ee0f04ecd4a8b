import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { todayInSweden } from "@kompassen/domain/shared";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findKnown } from "../errors/index.ts";
import { createCaller } from "../index.ts";
import { silentLog } from "../log/index.ts";
import { registerChildOf } from "../testing/a-child.ts";
import { aKommun, type Caller, type TestKommun } from "../testing/a-kommun.ts";

let database: TestDatabase;
let kommun: TestKommun;
let responsible: { id: string; as: Caller };
let onDuty: { id: string; as: Caller };
let childId: string;
let caseNumber: string;

beforeAll(async () => {
  database = await openTestDatabase();
  kommun = await aKommun(database, "9171");
  responsible = await kommun.person("Samordnaren", "stodsamordnare");
});
afterAll(() => database.close());
beforeEach(async () => {
  onDuty = await kommun.person("Jouren", "stodsamordnare");
  ({ childId } = await registerChildOf(kommun, responsible.as));
  ({ caseNumber } = await responsible.as.people.getChild({ childId }));
});

const refusalOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => undefined,
    (error: unknown) => findKnown(error)?.code,
  );

const open = (of: string = caseNumber, as: Caller = onDuty.as) =>
  as.emergencyAccess.open({
    accessId: crypto.randomUUID(),
    caseNumber: of,
    reason: "akut_fara",
    reasonText: "Barnet är ensamt på stationen",
  });

describe("an emergency access", () => {
  it("opens who the child is, who is close and what help runs, and nothing else", async () => {
    expect(await open()).toEqual({ childId });
    const card = await onDuty.as.emergencyAccess.getCard({ childId });
    expect(card).toMatchObject({
      givenName: "Nilo",
      caseNumber,
      guardians: [{ name: "Mira Vandral", relation: "mamma" }],
      responsible: [{ kind: "stodsamordnare", name: "Samordnaren Test" }],
    });
    expect(await refusalOf(onDuty.as.people.getChild({ childId }))).toBe("not_found");
    expect(await refusalOf(onDuty.as.behovskompass.getChart({ childId }))).toBe("not_found");
    expect(
      await refusalOf(onDuty.as.people.planFollowUp({ childId, nextFollowUpOn: null, version: 1 })),
    ).toBe("not_found");
  });

  it("is announced at once to whoever is responsible, and stands in the child's log", async () => {
    await open();
    await onDuty.as.emergencyAccess.getCard({ childId });
    expect(await responsible.as.emergencyAccess.listAnnounced()).toContainEqual(
      expect.objectContaining({ childId, openedBy: "Jouren Test", reason: "akut_fara", isRunning: true }),
    );
    expect(await responsible.as.emergencyAccess.listOfChild({ childId })).toHaveLength(1);
    const [row] = await database.admin<{ count: number }[]>`
      select count(*)::int as count from audit_log
       where kommun_code = ${kommun.kommunCode} and purpose = 'nodoppning' and verb = 'emergencyAccess.getCard'`;
    expect(row?.count).toBeGreaterThan(0);
  });

  it("is over after an hour, or sooner when it is ended", async () => {
    await open();
    const [running] = await onDuty.as.emergencyAccess.listOwn();
    if (running === undefined) throw new Error("nothing runs");
    await onDuty.as.emergencyAccess.end({ accessId: running.id });
    expect(await refusalOf(onDuty.as.emergencyAccess.getCard({ childId }))).toBe("not_found");
    await open();
    await database.admin`
      update emergency_access set opened_at = opened_at - interval '61 minutes', closes_at = closes_at - interval '61 minutes'
       where child_id = ${childId}`;
    expect(await refusalOf(onDuty.as.emergencyAccess.getCard({ childId }))).toBe("not_found");
  });

  it("opens none that is protected, and closes with the marking in the same moment", async () => {
    await open();
    await database.admin`update child set protected_identity = 'sekretessmarkering' where id = ${childId}`;
    expect(await refusalOf(onDuty.as.emergencyAccess.getCard({ childId }))).toBe("not_found");
    expect(await onDuty.as.emergencyAccess.listOwn()).toEqual([]);
    expect(await open()).toEqual({ childId: null });
    expect(await open("FINNSINTE")).toEqual({ childId: null });
  });

  it("is not had without proving anew who one is, nor by a role that follows no children", async () => {
    const stale = createCaller({
      database: database.app,
      statistics: database.statistics,
      family: database.family,
      log: silentLog,
      signedIn: {
        kommunCode: kommun.kommunCode,
        personId: onDuty.id,
        name: "Jouren",
        title: "",
        roles: ["stodsamordnare"],
        steppedUpAt: new Date(Date.now() - 11 * 60_000),
      },
      guardian: null,
      now: new Date(),
      today: todayInSweden(new Date()),
    });
    expect(await refusalOf(open(caseNumber, stale))).toBe("step_up_needed");
    const administrator = await kommun.person("Administratören", "administrator");
    expect(await refusalOf(open(caseNumber, administrator.as))).toBe("not_found");
  });

  it("cannot be used to try case numbers: the eleventh attempt of a day is refused", async () => {
    for (let attempt = 0; attempt < 10; attempt += 1) await open("FEL");
    expect(await refusalOf(open())).toBe("too_many_requests");
  });
});

describe("its review", () => {
  it("is signed once, by somebody else, within a week, and names no child", async () => {
    await open();
    const reviewer = await kommun.person("Granskaren", "loggranskare");
    const item = (await reviewer.as.emergencyAccess.listToReview()).find(
      (one) => one.caseNumber === caseNumber,
    );
    if (item === undefined) throw new Error("not on the list");
    expect(JSON.stringify(item)).not.toContain("Nilo");
    expect(item).toMatchObject({ openedBy: "Jouren Test", review: null, isLate: false });
    const review = { accessId: item.id, outcome: "motiverad", text: "Rimligt och kort" } as const;
    expect(await refusalOf(onDuty.as.emergencyAccess.review(review))).toBe("not_found");
    await reviewer.as.emergencyAccess.review(review);
    expect(await refusalOf(reviewer.as.emergencyAccess.review(review))).toBe("not_found");
    const signed = (await reviewer.as.emergencyAccess.listToReview()).find((one) => one.id === item.id);
    expect(signed?.review).toMatchObject({ by: "Granskaren Test", outcome: "motiverad" });
    expect(await responsible.as.emergencyAccess.listToReview()).toEqual([]);
  });
});

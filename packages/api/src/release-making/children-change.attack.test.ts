import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { printAttacks } from "@kompassen/disclosure/attack-line";
import { addDays, todayInSweden } from "@kompassen/domain/shared";
import {
  NO_UNIT,
  previousQuarter,
  type Quarter,
  quarterOf,
  spanOfQuarter,
} from "@kompassen/domain/statistics";
import { STEP_COLUMNS } from "@kompassen/domain/stodprocess";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { importSteps } from "../stodprocess/index.ts";
import { fillDraft, registerChildOf } from "../testing/a-child.ts";
import type { Caller } from "../testing/a-kommun.ts";
import { aReleasedTown, type ReleasedTown } from "../testing/a-released-town.ts";
import { randomSteps } from "../testing/random-steps.ts";
import type { CreatedDraft } from "./index.ts";

const today = todayInSweden(new Date());
/** What happens by the real verbs happens today, so the second release is made when this quarter has ended. */
const NOW = quarterOf(today);
const BEFORE = previousQuarter(NOW);
const lastSpring = spanOfQuarter(BEFORE).from;

let database: TestDatabase;
let town: ReleasedTown;
let coordinator: Caller;
let kommunNumber = 9130;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  kommunNumber += 1;
  town = await aReleasedTown(database, String(kommunNumber));
  coordinator = (await town.kommun.person("Samordnaren", "stodsamordnare")).as;
  await town.addSteps(randomSteps(town.units.keys(), [BEFORE, NOW], kommunNumber));
});

/** A child of the first school, seven years old, followed by the coordinator. */
async function aFollowedChild(): Promise<{ childId: string; guardianId: string; caseNumber: string }> {
  const ids = await registerChildOf(town.kommun, coordinator);
  const { caseNumber } = await coordinator.people.getChild({ childId: ids.childId });
  return { ...ids, caseNumber };
}

/** As `kompass import-steps` reads a file. */
async function importLines(...lines: string[]): Promise<void> {
  const text = `${[STEP_COLUMNS.join(","), ...lines].join("\n")}\n`;
  const result = await database.job.transaction(town.job, (tx) =>
    importSteps(tx, [Buffer.from(text)], addDays(spanOfQuarter(NOW).to, 1)),
  );
  expect(result).toMatchObject({ kind: "accepted", added: lines.length });
}

const conversation = (caseNumber: string, day: string, key: string) =>
  `${caseNumber},barnsamtal,,,,${day},${day},${key}`;

async function change(childId: string, changed: Partial<Parameters<Caller["people"]["changeChild"]>[0]>) {
  const { version } = await coordinator.people.getChild({ childId });
  await coordinator.people.changeChild({
    childId,
    givenName: "Nilo",
    familyName: "Vandral",
    birthDate: "2016-03-01",
    unitId: null,
    protectedIdentity: "ingen",
    version,
    ...changed,
  });
}

/** Counts as they are sealed with a draft, by unit, age group and quarter. */
function sealedCounts(draft: CreatedDraft, metric: string, period: Quarter): Map<string, number> {
  const series = draft.release.series.find((one) => one.series === `uptake/${metric}/${period.slice(0, 4)}`);
  const { counts }: { counts: [string[], number][] } = JSON.parse(JSON.stringify(series?.certificate));
  return new Map(counts.map(([codes, count]) => [codes.slice(0, 3).join(" "), count]));
}

const countOf = (counts: ReadonlyMap<string, number>, unit: string, age: string, period: string) =>
  counts.get(`${unit} ${age} ${period}`) ?? 0;

/** What is wrong with the releases: bytes that changed, proofs that no longer hold, small counts found exactly. */
async function wrongs(before: Awaited<ReturnType<ReleasedTown["stored"]>>, second: CreatedDraft) {
  const after = await town.stored();
  const changed = [...before].filter(
    ([id, stored]) => JSON.stringify(stored) !== JSON.stringify(after.get(id)),
  );
  const audits = await town.auditAll();
  expect(audits).toHaveLength(2);
  expect(audits.every(({ sensitive, worlds }) => sensitive > 0 && worlds > 0)).toBe(true);
  return (
    changed.length +
    audits.flatMap(({ failures }) => failures).length +
    second.release.summary.exactDisclosures
  );
}

/**
 * The control: what a table made anew each time would do. How many numbers of the first release would have been
 * others, had they been counted again from the rows as they are now.
 */
async function revisedNumbers(first: CreatedDraft, metric: string): Promise<number> {
  const rows = await database.admin<{ name: string; count: number }[]>`
    select u.code || ' ' || 
             case when c.birth_date is null then s.age_group
                  else kompass.barnteam_age_group(c.birth_date, 'grundskola', ${today}) end || ' ' || ${BEFORE} as name,
           count(distinct s.child_id)::int as count
      from process_step s join child c on c.id = s.child_id join unit u on u.id = c.unit_id
     where s.kommun_code = ${town.kommun.kommunCode} and s.kind = ${metric}
       and s.occurred_on between ${spanOfQuarter(BEFORE).from} and ${spanOfQuarter(BEFORE).to} group by 1`;
  const live = new Map(rows.map(({ name, count }) => [name, count]));
  const released = sealedCounts(first, metric, BEFORE);
  const names = new Set([...released.keys(), ...live.keys()].filter((name) => name.endsWith(BEFORE)));
  return [...names].filter((name) => (live.get(name) ?? 0) !== (released.get(name) ?? 0)).length;
}

describe("between two releases", () => {
  it("A9: a late registration, a correction, a move, another birthday and a protected identity change nothing old", async () => {
    const [late, moved, older, corrected, hidden] = await Promise.all(
      Array.from({ length: 5 }, aFollowedChild),
    );
    if (!late || !moved || !older || !corrected || !hidden) throw new Error("five children");
    await importLines(
      ...[moved, older, corrected].map(({ caseNumber }, i) =>
        conversation(caseNumber, lastSpring, `first-${i}`),
      ),
    );
    const first = await town.release(BEFORE);
    const before = await town.stored();
    expect(await revisedNumbers(first, "barnsamtal")).toBe(0);

    const day = spanOfQuarter(NOW).from;
    await importLines(
      `${late.caseNumber},barnsamtal,,,,${day},${lastSpring},late`,
      `${moved.caseNumber},barnteam,,,,${today},${today},moved`,
      `${hidden.caseNumber},barnsamtal,,skola-1,,${day},${day},hidden`,
    );
    await change(moved.childId, { unitId: town.units.get("A") ?? "" });
    await change(older.childId, { birthDate: addDays(today, -14 * 366) });
    await importLines(`${older.caseNumber},beslut,barnteam,,,${today},${today},older`);
    const draftId = await fillDraft(coordinator, corrected.childId, 2, today);
    const { version } = await coordinator.behovskompass.getDraft({ childId: corrected.childId, draftId });
    const { assessmentId } = await coordinator.behovskompass.submitDraft({
      childId: corrected.childId,
      draftId,
      version,
    });
    await coordinator.behovskompass.correctAssessment({
      childId: corrected.childId,
      assessmentId,
      revisionId: crypto.randomUUID(),
      reason: "Fel rad på pappret",
      content: { startingArea: null, areas: { fritid: { answers: { fritid: 3 }, comment: "" } } },
    });
    // The step names the school; the identity is protected afterwards.
    await change(hidden.childId, { protectedIdentity: "sekretessmarkering" });

    const second = await town.release(NOW);
    const [then, now] = [sealedCounts(first, "barnsamtal", BEFORE), sealedCounts(second, "barnsamtal", NOW)];
    expect(countOf(then, "skola-1", "7-12", BEFORE)).toBe(3);
    // The late one counts when it was registered, the protected one at no unit, the others where they were.
    expect(countOf(now, "skola-1", "7-12", NOW)).toBe(1);
    expect(countOf(now, NO_UNIT, "7-12", NOW)).toBe(1);
    if (NOW.slice(0, 4) === BEFORE.slice(0, 4)) expect(countOf(now, "skola-1", "7-12", BEFORE)).toBe(3);
    expect(countOf(sealedCounts(second, "beslut", NOW), "skola-1", "13-16", NOW)).toBe(1);
    expect(second.release.document).not.toBe(first.release.document);
    const line = {
      attack: "A9",
      tried:
        "late registration, correction, move, birthday and protected identity between releases: old bytes, joint audit",
      disclosures: await wrongs(before, second),
      control: "numbers counted anew from the rows of today",
      broken: await revisedNumbers(first, "barnsamtal"),
    };
    expect(printAttacks([line])).toBe(true);
  });

  it("A10: a child who is purged and a consent withdrawn change nothing old, and the next release is made", async () => {
    const [gone, withdrawn] = await Promise.all([aFollowedChild(), aFollowedChild()]);
    await importLines(
      ...[gone, withdrawn].map(({ caseNumber }, i) => conversation(caseNumber, lastSpring, `c-${i}`)),
    );
    const first = await town.release(BEFORE);
    const before = await town.stored();
    expect(await revisedNumbers(first, "barnsamtal")).toBe(0);

    await purge(gone.childId);
    const [random] = await database.admin<{ child_id: string }[]>`
      select child_id from process_step where kommun_code = ${town.kommun.kommunCode} and kind = 'barnsamtal'
         and registered_on < ${spanOfQuarter(NOW).from} and child_id <> ${withdrawn.childId} limit 1`;
    await purge(random?.child_id ?? "");
    await coordinator.consent.recordConsent({
      childId: withdrawn.childId,
      consentId: crypto.randomUUID(),
      step: "muntligt",
      guardianId: withdrawn.guardianId,
      state: "withdrawn",
      decidedOn: today,
      validTo: null,
      paperLocation: null,
    });
    const { version } = await coordinator.people.getChild({ childId: withdrawn.childId });
    await coordinator.people.closeChild({
      childId: withdrawn.childId,
      closingId: crypto.randomUUID(),
      reason: "samtycke_aterkallat",
      version,
    });

    const second = await town.release(NOW);
    if (NOW.slice(0, 4) === BEFORE.slice(0, 4)) {
      const kept = sealedCounts(second, "barnsamtal", BEFORE);
      for (const [name, count] of sealedCounts(first, "barnsamtal", BEFORE))
        expect(kept.get(name) ?? 0, name).toBe(count);
    }
    const line = {
      attack: "A10",
      tried:
        "two purged children and a withdrawn consent between releases: old bytes, joint audit, next release",
      disclosures: await wrongs(before, second),
      control: "numbers counted anew from the rows of today",
      broken: await revisedNumbers(first, "barnsamtal"),
    };
    expect(printAttacks([line])).toBe(true);
  });
});

/** Every row of a child, as when its time is over. */
async function purge(childId: string): Promise<void> {
  const tables = await database.admin<{ name: string }[]>`
    select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'child_id' and table_name <> 'audit_log'`;
  await database.admin.begin(async (sql) => {
    await sql`set local session_replication_role = replica`;
    for (const { name } of tables) await sql`delete from ${sql(name)} where child_id = ${childId}`;
    const gone = await sql`delete from child where id = ${childId}`;
    expect(gone.count).toBe(1);
  });
}

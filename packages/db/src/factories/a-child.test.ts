import { addDays, type LocalDate, todayInSweden } from "@kompassen/domain/shared";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../testing/index.ts";
import { aChild, aKommun, type TestKommun } from "./index.ts";

let database: TestDatabase;
let kommun: TestKommun;
const today: LocalDate = todayInSweden(new Date());

beforeAll(async () => {
  database = await openTestDatabase();
  kommun = await aKommun(database.admin, "9100", today);
}, 60_000);
afterAll(() => database.close());

describe("a child built for a test", () => {
  test("is reached by the one who follows it and by nobody else", async () => {
    const [follower, stranger] = [
      await kommun.aPerson("stodsamordnare"),
      await kommun.aPerson("stodsamordnare"),
    ];
    const child = await aChild(kommun).withGuardians(2).followedBy(follower).insert();
    const seenBy = (personId: string) =>
      database.app.transaction({ type: "person", kommunCode: "9100", personId }, async ({ sql }) => {
        const rows = await sql<{ id: string }[]>`select id from child`;
        return rows.map(({ id }) => id);
      });
    expect(await seenBy(follower.id)).toEqual([child.id]);
    expect(await seenBy(stranger.id)).toEqual([]);
  });

  test("has the ratings of its trait, a steady four elsewhere, and the latest round a week ago", async () => {
    const child = await aChild(kommun).stagnantIn("fritid").insert();
    const rounds = await database.admin<{ answers: string; day: string }[]>`
      select answers, assessed_on::text as day from assessment where child_id = ${child.id} order by assessed_on`;
    expect(rounds.map(({ answers }) => answers)).toEqual(["44424444", "44424444"]);
    expect(rounds.at(-1)?.day).toBe(addDays(today, -7));
    expect(child.compassIds).toHaveLength(2);
  });

  test("is covered by consent only when all its guardians have given it", async () => {
    const follower = await kommun.aPerson("barnkontakt");
    const start = aChild(kommun).withGuardians(2).followedBy(follower, "barnkontakt");
    const covered = await start.consentingTo("skriftligt_barnteam").insert();
    const uncovered = await start.insert();
    const isCovered = (childId: string) =>
      database.admin.begin(async (sql) => {
        await sql`select set_config('kompass.kommun', '9100', true), set_config('kompass.actor', '', true)`;
        const [row] = await sql<{ covered: boolean }[]>`
          select kompass.is_covered_by_consent(${childId}, 'skriftligt_barnteam', ${today}) as covered`;
        return row?.covered;
      });
    expect(await isCovered(covered.id)).toBe(true);
    expect(await isCovered(uncovered.id)).toBe(false);
  });
});

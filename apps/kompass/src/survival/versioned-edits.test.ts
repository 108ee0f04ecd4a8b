import { findKnown } from "@kompassen/api/errors";
import { aKommun, registerChildOf } from "@kompassen/api/testing";
import { openDatabase, roleUrl } from "@kompassen/db";
import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const KOMMUN = "9322";
const EDITORS = 200;

const fields = {
  area: "fritid",
  kind: "annat",
  givenBy: "Fritidsgården",
  status: "pagaende",
  startsOn: "2026-03-01",
  endsOn: null,
} as const;

let database: TestDatabase;
let patient: ReturnType<typeof openDatabase>;
let staff: Awaited<ReturnType<Awaited<ReturnType<typeof aKommun>>["person"]>>["as"];
let childId: string;

beforeAll(async () => {
  database = await openTestDatabase();
  // Two hundred at once wait longer for their turn than a person would.
  patient = openDatabase(roleUrl(database.adminUrl, "kompass_app"), { longestWait: 60_000 });
  const kommun = await aKommun({ ...database, app: patient }, KOMMUN);
  ({ as: staff } = await kommun.person("Solumi", "stodsamordnare"));
  ({ childId } = await registerChildOf(kommun, staff));
});
afterAll(async () => {
  await patient.close();
  await database.close();
});

async function aSupport(): Promise<string> {
  const supportId = crypto.randomUUID();
  await staff.barnetsPlan.recordSupport({ childId, supportId, description: "-", ...fields });
  return supportId;
}

async function stored(supportId: string): Promise<{ version: number; words: string[] }> {
  const [row] = await database.admin<{ version: number; description: string }[]>`
    select version, description from support where id = ${supportId}`;
  if (row === undefined) throw new Error("the support is gone");
  return { version: row.version, words: row.description.split(" ").slice(1) };
}

const everyone = Array.from({ length: EDITORS }, (_, number) => `e${number}`);

const MOST_TRIES = 4;

/** Adds a word to what was read, and again to what it is shown instead. @returns whether it was accepted in the end */
async function addWord(supportId: string, word: string): Promise<boolean> {
  let read = { version: 1, description: "-" };
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    try {
      const description = `${read.description} ${word}`;
      await staff.barnetsPlan.changeSupport({
        childId,
        supportId,
        ...fields,
        version: read.version,
        description,
      });
      return true;
    } catch (error) {
      const known = findKnown(error);
      const { version, current } = known?.detail ?? {};
      if (known?.code !== "conflict" || version === undefined) throw error;
      read = { version, description: String(current?.description) };
    }
  }
  return false;
}

describe("two hundred who change the same row at once", () => {
  it("lose nothing: one at a time is accepted, and all others are shown what stands now", async () => {
    const supportId = await aSupport();
    const accepted = await Promise.all(everyone.map((word) => addWord(supportId, word)));
    const { version, words } = await stored(supportId);
    expect(words.toSorted()).toEqual(everyone.filter((_, index) => accepted[index]).toSorted());
    expect(version).toBe(1 + words.length);
    expect(words.length).toBeGreaterThan(0);
    expect(words.length).toBeLessThan(EDITORS);
  });

  it("would lose without the version: the control", async () => {
    const supportId = await aSupport();
    await Promise.all(
      everyone.map(async (word) => {
        const [row] = await database.admin<{ description: string }[]>`
          select description from support where id = ${supportId}`;
        await database.admin`
          update support set description = ${`${row?.description} ${word}`} where id = ${supportId}`;
      }),
    );
    expect((await stored(supportId)).words.length).toBeLessThan(EDITORS);
  });
});

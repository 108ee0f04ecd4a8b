import { loadDemo } from "@kompassen/db/demo";
import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { todayInSweden } from "@kompassen/domain/shared";
import { latestEndedQuarters, quarterOf } from "@kompassen/domain/statistics";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { releaseCommand } from "./index.ts";

/** The invented kommun at pilot size. */
const KOMMUN = "9002";
const OFFICER = "demo:granvala-statistikansvarig-1";

const now = new Date();
const [quarter = ""] = latestEndedQuarters(todayInSweden(now), 1);
const releaseId = `kompass-${KOMMUN}-${quarter}-1`;
let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
  process.env.DATABASE_URL = database.adminUrl;
  await loadDemo({ database: database.job, now });
}, 60_000);
afterAll(async () => {
  delete process.env.DATABASE_URL;
  await database?.close();
});

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ["", ""];
  const stdout = { write: (text: string) => (out += text) };
  const stderr = { write: (text: string) => (err += text) };
  const code = await releaseCommand(args, { stdout, stderr, folder: "/" });
  // How far it has come is told when it takes a while, which depends on the machine.
  return { code, out, err: err.replaceAll(/^Skyddat .*\n/gm, "") };
}

describe("kompass release", () => {
  it("says how it is used", async () => {
    for (const args of [[], ["make"], ["create"], ["create", "--kommun", "90"], ["list", "--all"]]) {
      const { code, err } = await run(...args);
      expect(code, args.join(" ")).toBe(2);
      expect(err).toContain("kompass release create");
    }
  });

  it("refuses in one sentence and changes nothing", async () => {
    const current = quarterOf(todayInSweden(now));
    const refusals = [
      [["create", "--kommun", KOMMUN], "Nämn minst ett kvartal"],
      [["create", "--kommun", KOMMUN, "--period", "2026"], "Ett kvartal skrivs som 2026Q1."],
      [["create", "--kommun", KOMMUN, "--period", current], "när det har tagit slut"],
      [["create", "--kommun", "9999", "--period", quarter], "Kommunen 9999 finns inte"],
      [["create", "--kommun", KOMMUN, "--period", quarter, "--as", "nobody"], "loggar in som nobody"],
      [["approve", "--kommun", KOMMUN], "Säg vem som godkänner"],
      [["approve", "--kommun", KOMMUN, "--as", OFFICER], "Det finns inget utkast."],
      [["show", "--kommun", KOMMUN, releaseId], `Utgåvan ${releaseId} finns inte.`],
    ] as const;
    for (const [args, sentence] of refusals) {
      const { code, out, err } = await run(...args);
      expect([code, out], args.join(" ")).toEqual([2, ""]);
      expect(err).toContain(sentence);
    }
    expect((await run("list", "--kommun", KOMMUN)).out).toBe("Inga utgåvor ännu.\n");
  });

  it("goes from draft to release: made, checked, approved by another, shown", async () => {
    const made = await run("create", "--kommun", KOMMUN, "--period", quarter);
    expect(made.err).toBe("");
    expect(made.out).toContain(`Utkast ${releaseId} (${quarter}`);
    expect(made.out).toMatch(/\d+ tal: \d+ visas, \d+ visas inte/);
    expect(made.out).toContain("0 röjanden.");
    expect(made.out).toContain("enheter (för få enheter i kommunen)");
    expect(made.out).toMatch(/\d,\d sekunder/);
    const audited = await run("audit", "--kommun", KOMMUN);
    expect([audited.code, audited.err]).toEqual([0, ""]);
    expect(audited.out).toContain("Granskad utan röjanden.");
    const byLeader = await run("approve", "--kommun", KOMMUN, "--as", "demo:granvala-styrgrupp-1");
    expect([byLeader.code, byLeader.err]).toEqual([
      2,
      "Personen är inte statistikansvarig i kommunen, eller så finns utkastet inte.\n",
    ]);
    const approved = await run("approve", "--kommun", KOMMUN, "--as", OFFICER);
    expect(approved.out).toBe(`${releaseId} är släppt och ändras aldrig mer.\n`);
    expect((await run("list", "--kommun", KOMMUN)).out).toContain("släppt av");
    expect((await run("show", "--kommun", KOMMUN, releaseId)).out).toMatch(
      /godkänd av .+\. sha256 [0-9a-f]{64}/,
    );
    const again = await run("create", "--kommun", KOMMUN, "--period", quarter);
    expect([again.code, again.err]).toEqual([2, "Kvartalet är redan släppt. En utgåva görs aldrig om.\n"]);
  });

  it("does not let one and the same person make and approve", async () => {
    await database.admin`
      insert into sealed.release_draft (kommun_code, id, state, periods, requested_by, release_id, document, sha256)
      select ${KOMMUN}, gen_random_uuid(), 'draft', '{2030Q1}', p.id, 'x', '{}', encode(sha256('{}'), 'hex')
        from person p where p.login_key = ${OFFICER}`;
    const { code, err } = await run("approve", "--kommun", KOMMUN, "--as", OFFICER);
    expect([code, err]).toEqual([
      2,
      "Den som tog fram utkastet kan inte också godkänna det. Be en annan statistikansvarig.\n",
    ]);
    expect((await run("withdraw", "--kommun", KOMMUN, "--as", OFFICER)).out).toBe(
      "Utkastet är tillbakadraget.\n",
    );
  });
});

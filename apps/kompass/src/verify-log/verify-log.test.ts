import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { publishHeads } from "./publish-heads.ts";
import { verifyLogCommand } from "./verify-log-command.ts";

const KOMMUN = "9311";
const OTHER = "9312";
const DAYS = ["2020-03-15T03:00:00Z", "2020-03-16T03:00:00Z"].map((text) => new Date(text));

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await openTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), "kompassen-heads-"));
  process.env.DATABASE_URL = database.adminUrl;
  process.env.KOMPASSEN_HEADS = folder;
  for (const code of [KOMMUN, OTHER])
    await database.admin`insert into kommun (kommun_code, name) values (${code}, ${`Kommun ${code}`})`;
  await look(KOMMUN, 6);
  await look(OTHER, 2);
  await publishHeads(database.job, folder, DAYS[0] ?? new Date());
  await look(KOMMUN, 6);
  await publishHeads(database.job, folder, DAYS[1] ?? new Date());
});
afterAll(async () => {
  delete process.env.DATABASE_URL;
  delete process.env.KOMPASSEN_HEADS;
  await database?.close();
  await rm(folder, { recursive: true, force: true });
});

async function look(kommunCode: string, times: number): Promise<void> {
  const [personId, childId, unitId] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
  await database.admin`
    insert into unit (kommun_code, id, code, name, kind)
    values (${kommunCode}, ${unitId}, ${unitId.slice(0, 8)}, 'Skolan', 'grundskola')`;
  await database.admin`
    insert into child (kommun_code, id, case_number, given_name, family_name, unit_id, registered_on)
    values (${kommunCode}, ${childId}, ${childId.slice(0, 8)}, 'Nilo', 'Vandral', ${unitId}, '2026-01-01')`;
  for (let index = 0; index < times; index += 1)
    await database.app.transaction({ type: "person", kommunCode, personId }, async ({ sql }) => {
      await sql`select kompass.audit('people.getChild', 'uppfoljning', ${childId}::uuid, array['child'])`;
    });
}

async function verify(...args: string[]) {
  let [stdout, stderr] = ["", ""];
  const code = await verifyLogCommand(args, {
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
    folder,
  });
  return { code, stdout, stderr };
}

/** Changes a published file for the time of the work, as somebody who owns the folder. */
async function withChanged(
  name: string,
  change: (text: string) => string,
  work: () => Promise<void>,
): Promise<void> {
  const place = path.join(folder, name);
  const text = await readFile(place, "utf8");
  await chmod(place, 0o644);
  await writeFile(place, change(text));
  await work().finally(() => writeFile(place, text));
}

const FIRST = `${KOMMUN}-2020-03-15.heads`;
const SECOND = `${KOMMUN}-2020-03-16.heads`;

describe("an untouched log", () => {
  it("is whole, held to what was published last", async () => {
    const { code, stdout } = await verify();
    expect(stdout).toContain(`Kommun ${KOMMUN}: loggen är hel. 12 rader i 2 kedjor, hållen mot ${SECOND}.`);
    expect(stdout).toContain(`Kommun ${OTHER}: loggen är hel. 2 rader i 1 kedjor`);
    expect(code).toBe(0);
  });

  it("is whole to an earlier file that somebody has kept", async () => {
    const { code, stdout } = await verify("--heads", FIRST, "--format", "json");
    expect(JSON.parse(stdout)).toMatchObject({
      isWhole: true,
      kommuner: [{ kommunCode: KOMMUN, heads: FIRST }],
    });
    expect(code).toBe(0);
  });

  it("is published once a day, in files that name nobody, with a key that its owner alone reads", async () => {
    expect(await publishHeads(database.job, folder, DAYS[1] ?? new Date())).toEqual([]);
    const ids = await database.admin<{ id: string }[]>`
      select child_id as id from audit_child union select actor_id from audit_actor`;
    const text = await readFile(path.join(folder, SECOND), "utf8");
    for (const { id } of ids) expect(text).not.toContain(id);
    expect((await stat(path.join(folder, "heads-key.pem"))).mode & 0o777).toBe(0o600);
    expect((await stat(path.join(folder, SECOND))).mode & 0o777).toBe(0o444);
  });
});

describe("a log that was tampered with", () => {
  it("is told by chain and row, with 1 as the answer", async () => {
    const [row] = await database.admin<{ chain: string; sequence: number; verb: string }[]>`
      update audit_log set verb = 'people.listOptions'
       where (chain, sequence) = (select chain, 3 from audit_chain where kommun_code = ${KOMMUN} limit 1)
      returning chain, sequence::int as sequence, verb`;
    const { code, stdout } = await verify("--kommun", KOMMUN);
    expect(stdout).toContain(`kedja ${row?.chain} rad 3: raden är ändrad`);
    expect(code).toBe(1);
    await database.admin`
      update audit_log set verb = 'people.getChild' where chain = ${row?.chain ?? ""} and sequence = 3`;
    expect((await verify()).code).toBe(0);
  });

  it("is missed when all of it is gone, also of a kommun that has nothing else", async () => {
    const gone = database.admin.begin(async (sql) => {
      await sql`delete from audit_log where kommun_code = ${OTHER}`;
      await sql`delete from audit_chain where kommun_code = ${OTHER}`;
    });
    await gone;
    const { code, stdout } = await verify();
    expect(stdout).toMatch(
      new RegExp(`Kommun ${OTHER}: LOGGEN ÄR INTE HEL[^]*finns inte längre, men är publicerad`),
    );
    expect(code).toBe(1);
  });
});

describe("a published file that was tampered with", () => {
  it.each([
    [
      "a head in it",
      SECOND,
      (text: string) => text.replace(/ \d+ (?=[0-9a-f]{64}\n$)/, " 5 "),
      "innehåller inte det som den säger",
    ],
    [
      "what it says of itself",
      SECOND,
      (text: string) => text.replace('"chains":2', '"chains":3'),
      "signaturen stämmer inte",
    ],
    [
      "the file before it",
      FIRST,
      (text: string) => text.replace("2020-03-15T03", "2020-03-15T04"),
      "följer inte på filen före",
    ],
    ["all of it", SECOND, () => "nothing\n", "går inte att läsa"],
  ])("is told: %s", async (_, name, change, words) => {
    await withChanged(name, change, async () => {
      const { code, stdout } = await verify("--kommun", KOMMUN);
      expect(stdout).toContain(words);
      expect(code).toBe(1);
    });
  });

  it("does not pass as signed by another key", async () => {
    const key = path.join(folder, "heads-key.pub.pem");
    const own = await readFile(key, "utf8");
    const { publicKey } = await import("node:crypto").then(({ generateKeyPairSync }) =>
      generateKeyPairSync("ed25519"),
    );
    await chmod(key, 0o644);
    await writeFile(key, publicKey.export({ type: "spki", format: "pem" }));
    const { code, stdout } = await verify("--kommun", KOMMUN);
    await writeFile(key, own);
    expect(stdout).toContain("signaturen stämmer inte");
    expect(code).toBe(1);
  });
});

it("says how it is used when it is not", async () => {
  for (const args of [["--kommun", "9"], ["--format", "xml"], ["--what"]]) {
    const { code, stderr } = await verify(...args);
    expect(stderr).toContain("kompass verify-log");
    expect(code).toBe(2);
  }
});

describe("what cannot be looked at is not called whole, nor broken", () => {
  afterEach(() => {
    process.env.DATABASE_URL = database.adminUrl;
    process.env.KOMPASSEN_HEADS = folder;
  });

  it.each([
    ["a folder that is not there", () => ({ KOMPASSEN_HEADS: path.join(folder, "nowhere") }), []],
    ["a folder that cannot be read", () => ({ KOMPASSEN_HEADS: path.join(folder, FIRST) }), []],
    ["a database that does not answer", () => ({ DATABASE_URL: "postgres://a:b@127.0.0.1:1/none" }), []],
    ["a file of heads that is not there", () => ({}), ["--heads", "nowhere.heads"]],
  ])("%s", async (_what, environment, args) => {
    Object.assign(process.env, environment());
    const { code, stdout, stderr } = await verify(...args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).not.toBe("");
  });
});

describe("a publication that was cut off", () => {
  const later = "2020-03-17";
  const name = `${KOMMUN}-${later}.heads`;
  const publish = (day: string) => publishHeads(database.job, folder, new Date(`${day}T03:00:00Z`));

  it("is made again the same day, and none is made for a day that is over", async () => {
    await writeFile(path.join(folder, name), "", { mode: 0o444 });
    expect((await publish(later)).map((one) => one.name)).toContain(name);
    expect((await verify("--kommun", KOMMUN)).code).toBe(0);
    await expect(publish("2020-03-10")).rejects.toThrow(/klocka/);
    expect((await readdir(folder)).filter((one) => one.includes("2020-03-10"))).toEqual([]);
  });

  it("leaves no file of its name when the disk has no room for it", async () => {
    const child = spawn(
      "bash",
      [
        "-c",
        `ulimit -f 0; exec node --input-type=module -e 'process.on("SIGXFSZ", () => {});
         const { writePublished } = await import(process.argv[1]);
         await writePublished(process.argv[2], "9311-2020-03-18.heads", "kapad").catch(() => process.exit(3))' \
         ${path.join(import.meta.dirname, "heads-folder.ts")} ${folder}`,
      ],
      { stdio: "ignore" },
    );
    expect(await once(child, "exit")).toEqual([3, null]);
    expect((await readdir(folder)).filter((one) => one.includes("2020-03-18"))).toEqual([]);
  });
});

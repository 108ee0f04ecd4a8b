import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { strToU8, zipSync } from "fflate";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Fetching } from "./fetch-patiently.ts";
import { importSs12000Command } from "./import-ss12000-command.ts";
import {
  type InventedRegister,
  idOf,
  inventedRegister,
  PRESCHOOL,
  type RegisterObjectOf,
  SCHOOL,
} from "./invented-register.test-support.ts";
import { CLIENT, type Ss12000Server, startSs12000Server } from "./ss12000-server.test-support.ts";

const KOMMUN = "9104";
const MAIN = path.resolve(import.meta.dirname, "../main.ts");
const REGISTER = inventedRegister(60);
const unitOf = { preschool: crypto.randomUUID(), school: crypto.randomUUID() };
const barnkontakt = crypto.randomUUID();

let database: TestDatabase;
let server: Ss12000Server;
let folder: string;

beforeAll(async () => {
  database = await openTestDatabase();
  server = await startSs12000Server(REGISTER);
  folder = await mkdtemp(path.join(tmpdir(), "kompassen-ss12000-"));
  const { admin } = database;
  await admin`insert into kommun (kommun_code, name) values (${KOMMUN}, 'Prövland')`;
  await admin`
    insert into unit (kommun_code, id, code, name, kind, school_unit_code) values
      (${KOMMUN}, ${unitOf.preschool}, 'FSK1', 'Ekmyrans förskola', 'forskola', ${PRESCHOOL.code}),
      (${KOMMUN}, ${unitOf.school}, 'SKO1', 'Ekmyrskolan', 'grundskola', ${SCHOOL.code})`;
  await admin`
    insert into person (kommun_code, id, login_key, given_name, family_name, title, unit_id)
    values (${KOMMUN}, ${barnkontakt}, 'bk-1', 'Solumi', 'Granverle', 'Rektor', ${unitOf.preschool})`;
  await admin`
    insert into person_role (kommun_code, person_id, role, valid_from)
    values (${KOMMUN}, ${barnkontakt}, 'barnkontakt', '2020-01-01')`;
  Object.assign(process.env, {
    DATABASE_URL: database.adminUrl,
    KOMPASSEN_SS12000_TOKEN_URL: server.tokenUrl,
    KOMPASSEN_SS12000_CLIENT_ID: CLIENT.clientId,
    KOMPASSEN_SS12000_CLIENT_SECRET: CLIENT.clientSecret,
    KOMPASSEN_REGISTER_KEY: "en nyckel för prov",
  });
});

afterAll(async () => {
  for (const name of ["DATABASE_URL", "KOMPASSEN_SS12000_TOKEN_URL", "KOMPASSEN_SS12000_CLIENT_ID"]) {
    delete process.env[name];
  }
  await server?.close();
  await database?.close();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  await forgetRegister();
  server.register = REGISTER;
  server.deleted = {};
  server.mishaps = [];
  server.delayMs = 0;
  server.asked.length = 0;
});

const waits: number[] = [];
const IMPATIENT: Fetching = {
  timeoutMs: 250,
  tries: 4,
  firstWaitMs: 5,
  longestWaitMs: 60_000,
  wait: async (ms) => {
    waits.push(ms);
  },
};

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ["", ""];
  const stdout = { write: (text: string) => (out += text) };
  const stderr = { write: (text: string) => (err += text) };
  const code = await importSs12000Command(
    ["--kommun", KOMMUN, ...args],
    { stdout, stderr, folder },
    IMPATIENT,
  );
  return { code, out, err };
}

const byUrl = (...args: string[]) => run("--url", server.url, "--page-size", "20", ...args);

/** Everything that a reading leaves, but for when it was and which it was. */
async function left(): Promise<string> {
  const lines: string[] = [];
  for (const table of [
    "register_organisation",
    "register_placement",
    "register_duty",
    "register_person",
    "register_responsible",
    "register_unknown_code",
  ]) {
    const rows = await database.admin.unsafe(
      `select to_jsonb(t) - 'seen_run_id' - 'first_run_id' - 'last_run_id' - 'unit_id' - 'civic_digest' - 'kommun_code' as row
         from ${table} t order by 1`,
    );
    lines.push(`# ${table}`, ...rows.map(({ row }) => JSON.stringify(row)));
  }
  const [last] =
    await database.admin`select state, counts, fault_count from register_run order by started_at desc limit 1`;
  return [...lines, "# run", JSON.stringify(last), ""].join("\n");
}

/** Without what the reading counted. */
const tables = (text: string) => text.split("# run")[0];

/** As before the first reading. */
async function forgetRegister(): Promise<void> {
  await database.admin`
    truncate child, register_run, register_unknown_code, register_organisation, register_person, register_responsible,
             register_placement, register_duty cascade`;
}

/** A child that is followed by the Barnkontakt of the preschool, and is this pupil by the register. */
async function followChild(
  pupil: number,
  unitId = unitOf.preschool,
  id: string = crypto.randomUUID(),
): Promise<string> {
  const { admin } = database;
  await admin`
    insert into child (kommun_code, id, case_number, given_name, family_name, unit_id, source_key, registered_on)
    values (${KOMMUN}, ${id}, ${id.slice(0, 8)}, 'Nilo', 'Vandral', ${unitId}, ${idOf("pupil", pupil)}, '2026-01-01')`;
  await admin`
    insert into child_relation (kommun_code, id, child_id, person_id, kind, valid_from)
    values (${KOMMUN}, ${crypto.randomUUID()}, ${id}, ${barnkontakt}, 'barnkontakt', '2026-01-01')`;
  await admin`
    insert into placement (kommun_code, id, child_id, unit_id, valid_from)
    values (${KOMMUN}, ${crypto.randomUUID()}, ${id}, ${unitId}, '2020-01-01')`;
  return id;
}

function changed(
  register: InventedRegister,
  change: Partial<Record<keyof InventedRegister, (object: RegisterObjectOf) => RegisterObjectOf>>,
): InventedRegister {
  const modified = { created: "2025-06-01T08:00:00Z", modified: new Date().toISOString() };
  const apply = (name: keyof InventedRegister) =>
    register[name].map((object) => {
      const next = change[name]?.(object) ?? object;
      return next === object ? object : { ...next, meta: modified };
    });
  return {
    organisations: apply("organisations"),
    placements: apply("placements"),
    duties: apply("duties"),
    persons: apply("persons"),
  };
}

const only =
  (id: string, fields: Readonly<Record<string, unknown>>) =>
  (object: RegisterObjectOf): RegisterObjectOf =>
    object.id === id ? { ...object, ...fields } : object;

const protectionOf = async (childId: string) => {
  const [child] = await database.admin`select protected_identity as p from child where id = ${childId}`;
  return child?.p;
};

describe("the school register", () => {
  it("is read by address: those at places that take part, with codes as they are written", async () => {
    const { code, out, err } = await byUrl();
    expect(code).toBe(0);
    expect(err).toContain("personer, sida 3: 20\n");
    expect(out).toMatch(/^Skolregistret är inläst\.\n {2}hela registret\n/);
    await expect(await left()).toMatchFileSnapshot("./golden/invented-register.ndjson");
    const [numbers] = await database.admin`
      select count(*) filter (where civic_digest is not null)::int as digests,
             count(*) filter (where to_jsonb(p)::text ~ '20[12][0-9]{9}')::int as numbers from register_person p`;
    expect(numbers).toEqual({ digests: 54, numbers: 0 });
  });

  it("is the same from a folder, from a zip, and in one object a line", async () => {
    await byUrl();
    const byAddress = tables(await left());
    const names = ["organisations", "placements", "duties", "persons"] as const;
    for (const name of names) {
      const isLines = name === "persons";
      const text = isLines
        ? REGISTER[name].map((object) => `${JSON.stringify(object)}\n`).join("")
        : JSON.stringify({ data: REGISTER[name] });
      await writeFile(path.join(folder, `${name}.${isLines ? "ndjson" : "json"}`), text);
    }
    await forgetRegister();
    expect((await run("--folder", ".", "--page-size", "25")).code).toBe(0);
    expect(tables(await left())).toEqual(byAddress);
    const zip = zipSync(
      Object.fromEntries(
        names.map((name) => [`uttag/${name}.json`, strToU8(JSON.stringify(REGISTER[name]))]),
      ),
    );
    await writeFile(path.join(folder, "register.zip"), zip);
    await forgetRegister();
    expect((await run("--folder", "register.zip")).code).toBe(0);
    expect(tables(await left())).toEqual(byAddress);
  });

  it("comes through a server that fails, is slow, breaks off, asks for patience and withdraws its token", async () => {
    await byUrl();
    const calm = await left();
    await forgetRegister();
    server.mishaps = ["500", "429", "truncated", "none", "slow", "none", "401", "none", "500", "500", "429"];
    waits.length = 0;
    const tokens = server.tokensGiven();
    expect((await byUrl()).code).toBe(0);
    expect(await left()).toBe(calm);
    expect(waits).toContain(2000);
    expect(server.tokensGiven()).toBe(tokens + 2);
  });

  it("is asked for from its first page again when the server no longer knows the place in it", async () => {
    await byUrl();
    const calm = await left();
    await forgetRegister();
    // One page each of places, placements and duties, and the first of persons.
    server.mishaps = ["none", "none", "none", "none", "token_gone"];
    server.asked.length = 0;
    expect((await byUrl()).code).toBe(0);
    expect(server.asked.filter((asked) => asked === "GET /v2/persons?limit=20")).toHaveLength(2);
    expect(tables(await left())).toBe(tables(calm));
  });

  it("stops with a sentence when nobody answers, and the next start goes on", async () => {
    server.mishaps = Array.from({ length: 20 }, () => "500");
    const { code, err } = await byUrl();
    expect(code).toBe(2);
    expect(err).toContain("Skolregistret svarade inte som det ska (/v2/organisations 500).");
    server.mishaps = [];
    const again = await byUrl();
    expect(again.code).toBe(0);
    expect(again.out).toContain("fortsatte där förra inläsningen slutade");
  });

  it("says when the login is wrong", async () => {
    process.env.KOMPASSEN_SS12000_CLIENT_SECRET = "fel";
    const { code, err } = await byUrl();
    process.env.KOMPASSEN_SS12000_CLIENT_SECRET = CLIENT.clientSecret;
    expect(code).toBe(2);
    expect(err).toContain("(token 401)");
  });

  it("is tried without a trace", async () => {
    const { code, out } = await byUrl("--dry-run");
    expect(code).toBe(0);
    expect(out).toMatch(/^Provläst\. Inget har skrivits\./);
    expect(out).toContain("personer       155: 155 nya, 0 ändrade");
    const [count] = await database.admin`
      select (select count(*) from register_run) + (select count(*) from register_person) as rows`;
    expect(count?.rows).toBe("0");
  });

  it("refuses a page whole for one object, says where and what was expected, and takes the other pages", async () => {
    server.register = changed(REGISTER, {
      persons: only(idOf("pupil", 4), { birthDate: "den fjärde", securityMarking: "Ingen" }),
    });
    const { code, err } = await byUrl();
    expect(code).toBe(1);
    expect(err).toContain("personer, sida 1: 20, hela sidan avvisad: 1 fel");
    expect(err).toMatch(/objekt \d+ \(0d0d.*000004\), birthDate: ett datum som 2026-03-15 väntades/);
    expect(err).not.toContain("den fjärde");
    const faults = await database.admin`select resource, page, field, expected from register_fault`;
    expect([...faults]).toEqual([{ resource: "persons", page: 1, field: "birthDate", expected: "date" }]);
    // Those whom a placement names are asked for by id; of the pupils on the page that have none, nobody is in.
    const pupils = [1, 2, 3, 4, 5, 6].map((number) => idOf("pupil", number));
    const known = await database.admin`
      select source_id from register_person where source_id = any(${pupils}) order by source_id`;
    expect(known.map(({ source_id }) => source_id)).toEqual([idOf("pupil", 3), idOf("pupil", 6)]);
  });
});

describe("a followed child", () => {
  it("has its adults as candidates and moves with its placement, and the Barnkontakt is told", async () => {
    const child = await followChild(7, unitOf.preschool);
    await byUrl();
    const candidates = await database.admin`
      select name, relation_source, state from guardian_candidate where child_id = ${child} order by source_id`;
    expect(candidates).toHaveLength(2);
    expect(candidates[0]).toMatchObject({ relation_source: "Vårdnadshavare", state: "waiting" });
    expect(await database.admin`select 1 from guardian where child_id = ${child}`).toHaveLength(0);
    const stays = await database.admin`
      select unit_id, valid_from::text, valid_to::text from placement where child_id = ${child} order by valid_from`;
    expect([...stays]).toEqual([
      { unit_id: unitOf.preschool, valid_from: "2020-01-01", valid_to: "2023-08-14" },
      { unit_id: unitOf.school, valid_from: "2023-08-15", valid_to: null },
    ]);
    const notices =
      await database.admin`select kind, from_unit_id, to_unit_id from register_notice where child_id = ${child}`;
    expect([...notices]).toEqual([
      { kind: "moved", from_unit_id: unitOf.preschool, to_unit_id: unitOf.school },
    ]);
    await byUrl("--full");
    expect(await database.admin`select 1 from register_notice where child_id = ${child}`).toHaveLength(1);
  });

  it("is protected in the transaction that writes the person, also on a page that is refused", async () => {
    const [child, other] = [await followChild(3), await followChild(6)];
    await byUrl();
    expect(await protectionOf(child)).toBe("ingen");
    server.register = changed(REGISTER, {
      persons: (object) => {
        if (object.id === idOf("pupil", 3)) return { ...object, securityMarking: "Skyddad folkbokföring" };
        if (object.id === idOf("pupil", 6))
          return { ...object, securityMarking: "Kvarskriven", givenName: 17 };
        return object;
      },
    });
    const { code } = await byUrl();
    expect(code).toBe(1);
    expect(await protectionOf(child)).toBe("skyddad_folkbokforing");
    expect(await protectionOf(other)).toBe("sekretessmarkering");
    // One transaction: where the child cannot be protected, the person is not written either.
    const { admin } = database;
    await admin`alter table child add constraint refuse_for_test check (protected_identity = 'ingen') not valid`;
    const again = await followChild(9);
    await admin`update register_person set child_id = ${again} where source_id = ${idOf("pupil", 9)}`;
    server.register = changed(REGISTER, {
      persons: only(idOf("pupil", 9), { securityMarking: "Sekretessmarkering" }),
    });
    await expect(byUrl("--full")).rejects.toThrow(/refuse_for_test/);
    await admin`alter table child drop constraint refuse_for_test`;
    const [person] = await admin`select marking from register_person where source_id = ${idOf("pupil", 9)}`;
    expect(person?.marking).toBe("ingen");
    expect((await byUrl("--full")).code).toBe(0);
    expect(await protectionOf(again)).toBe("sekretessmarkering");
  });

  it("stays protected when the register lifts it: a person decides", async () => {
    server.register = changed(REGISTER, {
      persons: only(idOf("pupil", 3), { securityMarking: "Sekretessmarkering" }),
    });
    const child = await followChild(3);
    await byUrl();
    expect(await protectionOf(child)).toBe("sekretessmarkering");
    server.register = REGISTER;
    await byUrl("--full");
    expect(await protectionOf(child)).toBe("sekretessmarkering");
    const notices =
      await database.admin`select kind from register_notice where child_id = ${child} order by kind`;
    expect(notices.map(({ kind }) => kind)).toEqual(["marking_lifted", "marking_raised"]);
  });

  it("stays followed when the register deletes it, and only changes are asked for the second time", async () => {
    const child = await followChild(3);
    await byUrl();
    server.asked.length = 0;
    server.deleted = { persons: [idOf("pupil", 3)], placements: [idOf("place", 3)], groups: ["x"] };
    server.register = { ...REGISTER, persons: REGISTER.persons.filter(({ id }) => id !== idOf("pupil", 3)) };
    const { code, out } = await byUrl();
    expect(code).toBe(0);
    expect(out).toContain("ändringar sedan 20");
    expect(server.asked.filter((path) => path.includes("/persons?"))).toHaveLength(1);
    expect(server.asked[0]).toContain("meta.modified.after=");
    expect(
      await database.admin`select 1 from register_person where source_id = ${idOf("pupil", 3)}`,
    ).toHaveLength(0);
    const [left] = await database.admin`select closed_on from child where id = ${child}`;
    expect(left).toEqual({ closed_on: null });
    const notices = await database.admin`select kind from register_notice where child_id = ${child}`;
    expect(notices.map(({ kind }) => kind)).toEqual(["left_register"]);
  });
});

describe("a reading that is killed", () => {
  it("is gone on with wherever it was killed, and ends as one that was not", async () => {
    const child = await followChild(7, unitOf.preschool);
    await byUrl();
    const uninterrupted = await left();
    await forgetRegister();
    await followChild(7, unitOf.preschool, child);
    server.delayMs = 40;
    server.asked.length = 0;
    // Under way in the first pages, between pages, and well into the persons.
    for (const answered of [1, 4, 2, 1]) await readUntilKilled(answered);
    const ended = spawnReading();
    const [code] = await once(ended, "exit");
    expect(code).toBe(0);
    expect(await left()).toBe(uninterrupted);
    expect(await database.admin`select 1 from register_run`).toHaveLength(1);
    expect(await database.admin`select 1 from register_notice`).toHaveLength(1);
  }, 90_000);
});

function spawnReading() {
  const args = [MAIN, "import-ss12000", "--kommun", KOMMUN, "--url", server.url, "--page-size", "20"];
  return spawn(process.execPath, args, { env: process.env, stdio: "ignore" });
}

/** Killed a moment after so many more answers were asked for, wherever in the page that is. */
async function readUntilKilled(answers: number): Promise<void> {
  const asked = server.asked.length;
  const reading = spawnReading();
  const exited = once(reading, "exit");
  while (server.asked.length < asked + answers) {
    if (reading.exitCode !== null) throw new Error(`ended with ${reading.exitCode} before it was killed`);
    await wait(2);
  }
  await wait((answers * 29) % 47);
  reading.kill("SIGKILL");
  await exited;
  expect(reading.signalCode).toBe("SIGKILL");
}

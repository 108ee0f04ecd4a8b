import { spawn } from "node:child_process";
import { createReadStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { runImport } from "@kompassen/api/import";
import type { LocalDate } from "@kompassen/domain/shared";
import { arrangeKommun, arrangePerson, type BenchPerson } from "../data/arrange-kommun.ts";
import { childrenForRows, writeHistoryFile } from "../data/history-file.ts";
import { interleave, ratiosOf, valuesOf } from "../measure/interleave.ts";
import { spreadOf } from "../measure/spread.ts";
import { writtenBytes } from "../measure/written-bytes.ts";
import type { Options } from "../options.ts";
import { COPIED, copyProgram, copyRows, createCopyTable } from "../reference/copy-rows.ts";
import type { Result } from "../report/result.ts";
import { type PrivateServer, startPrivateServer } from "../server/private-server.ts";

const KOMMUN = "9001";
const MAIN = path.resolve(import.meta.dirname, "../../../kompass/src/main.ts");
const BYTES_A_MEGABYTE = 2 ** 20;

interface Sample {
  readonly seconds: number;
  readonly megabytes: number;
}

/**
 * J6: a history file into an empty kommun, checked, compared and raised, against COPY of its rows into a plain
 * table. In this process and as the command, which also starts Node and compiles from cold.
 */
export async function measureImport(options: Options, today: LocalDate): Promise<Result[]> {
  const folder = await mkdtemp(path.join(tmpdir(), "kompassen-bench-file-"));
  const file = path.join(folder, "history.csv");
  const shape = { seed: options.seed, children: childrenForRows(options.rows), today, prefix: "B" };
  const rows = await writeHistoryFile(file, shape);
  const database = await startPrivateServer();
  try {
    await arrangeKommun(database, KOMMUN);
    const person = await arrangePerson(database, KOMMUN, "import");
    await createCopyTable(database.admin);
    const sides = {
      copy: () => timed(database, () => copyRows(database.admin, database.adminUrl, file)),
      import: () => timed(database, () => importFile(database, person, file, today)),
      command: () => timed(database, () => runCommand(database, person, file)),
    };
    await empty(database);
    await sides.copy();
    await sides.import();
    await ensureSame(database);
    const run = (side: keyof typeof sides) => ({
      name: side,
      run: async () => {
        await empty(database);
        return sides[side]();
      },
    });
    const measured = await interleave<Sample>([run("copy"), run("import"), run("command")], options.rounds);
    const secondsOf = ({ seconds }: Sample) => seconds;
    const took = (name: string) => `${spreadOf(valuesOf(measured, name, secondsOf)).median.toFixed(2)} s`;
    const megabytes = (name: string) =>
      `${spreadOf(valuesOf(measured, name, (one) => one.megabytes)).median.toFixed(0)} MB WAL`;
    return [
      {
        job: "J6",
        what: `läsa in ${rows} rader, takt mot \\copy`,
        value: spreadOf(ratiosOf(measured, ["copy", "import"], secondsOf)),
        unit: "x",
        goal: { atLeast: 0.6 },
        note: `${took("import")} (${megabytes("import")}) mot ${took("copy")} (${megabytes("copy")}) med ${copyProgram()}`,
      },
      {
        job: "J6",
        what: "samma som kommando, från kall start",
        value: spreadOf(ratiosOf(measured, ["copy", "command"], secondsOf)),
        unit: "x",
        note: took("command"),
      },
    ];
  } finally {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function timed({ admin }: PrivateServer, work: () => Promise<unknown>): Promise<Sample> {
  let seconds = 0;
  const bytes = await writtenBytes(admin, async () => {
    const startedAt = performance.now();
    await work();
    seconds = (performance.now() - startedAt) / 1000;
  });
  return { seconds, megabytes: bytes / BYTES_A_MEGABYTE };
}

/** Each round writes into empty tables; the checkpoint is not in anybody's time. */
async function empty({ admin }: PrivateServer): Promise<void> {
  await admin`truncate child, audit_log, audit_chain, audit_child, audit_actor cascade`;
  await admin.unsafe(`truncate ${COPIED}`);
  await admin`checkpoint`;
}

async function importFile(
  { job }: PrivateServer,
  { kommunCode, loginKey }: BenchPerson,
  file: string,
  today: LocalDate,
): Promise<void> {
  const actor = { type: "system", kommunCode, job: "import" } as const;
  const history = { open: () => createReadStream(file, { highWaterMark: 1 << 18 }) };
  const result = await job.transaction(actor, (tx) =>
    runImport(
      { tx, now: new Date(), today, importer: { kind: "job" }, onProgress: () => {} },
      {
        history,
        children: null,
        equivalence: null,
        instrument: null,
        register: false,
        unitCode: "SKO1",
        responsible: loginKey,
      },
      "commit",
    ),
  );
  if (result.kind === "refused") throw new Error(`the file is refused: ${JSON.stringify(result.faults[0])}`);
}

function runCommand(
  { adminUrl }: PrivateServer,
  { kommunCode, loginKey }: BenchPerson,
  file: string,
): Promise<void> {
  const args = [MAIN, "import", file, "--kommun", kommunCode, "--unit", "SKO1", "--responsible", loginKey];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, DATABASE_URL: adminUrl },
    stdio: ["ignore", "ignore", "inherit"],
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`kompass import ended with ${code}`)),
    );
  });
}

/** Every answer of the file is in the compasses: as many values, of the same sum, in as many assessments. */
async function ensureSame({ admin }: PrivateServer): Promise<void> {
  const [imported] = await admin`
    select count(*)::int as assessments, sum((select sum(s) from unnest(area_sums) s))::int as sum,
           sum((select sum(c) from unnest(area_counts) c))::int as answered from assessment`;
  const [copied] = await admin`
    select count(distinct (child_id, compass_id, rater))::int as assessments,
           sum(value::int) filter (where value ~ '^[1-5]$')::int as sum,
           count(*) filter (where value ~ '^[1-5]$')::int as answered from bare.history`;
  if (JSON.stringify(imported) !== JSON.stringify(copied)) {
    throw new Error(`imported ${JSON.stringify(imported)}, copied ${JSON.stringify(copied)}`);
  }
}

import { verifyKommun } from "@kompassen/api/audit";
import type { NotedDeed, Writer } from "./deed.ts";
import { type Judged, judgeCycle } from "./judge-cycle.ts";
import { readStored } from "./read-stored.ts";
import { Stage } from "./stage.ts";

export interface CrashOptions {
  readonly cycles: number;
  readonly writers: number;
  /** The shortest and the longest that is written before the kill, in milliseconds. */
  readonly writing: readonly [number, number];
  /** Every so many cycles the app's process is killed instead of the database; null = never. */
  readonly appEvery: number | null;
  /** Off only for the control, which must be able to see loss. */
  readonly isCommitSynchronous: boolean;
  readonly onCycle?: ((cycle: CrashCycle) => void) | undefined;
}

export interface CrashCycle extends Omit<Judged, "unanswered"> {
  readonly cycle: number;
  readonly killed: "database" | "app";
  readonly unanswered: number;
  /** Repeats of what had not been answered that did not end in the one row. */
  readonly badRepeats: readonly string[];
  /** What the verifier finds in the kommun's log, before and after the repeats. */
  readonly brokenChains: number;
  readonly logRows: number;
  /** Until the database, or another app, was there again. */
  readonly recoveryMs: number;
}

export interface CrashResult {
  readonly cycles: readonly CrashCycle[];
  /** When all kills are over: rows of all cycles that are not as they were told to be. */
  readonly wrongAtTheEnd: number;
  readonly settings: Readonly<Record<string, string>>;
  readonly seconds: number;
}

/** The first kommun of the cycles: each has its own, so that what is verified of one does not grow. */
const FIRST_KOMMUN = 1000;

/** Writes through the api, kills, starts again, and holds what is there to what was acknowledged; many times over. */
export async function runCrashCycles(options: CrashOptions): Promise<CrashResult> {
  const started = performance.now();
  const stage = await Stage.open(options.isCommitSynchronous ? [] : ["synchronous_commit=off"]);
  try {
    const cycles: CrashCycle[] = [];
    const told = new Map<string, readonly NotedDeed[]>();
    for (let cycle = 0; cycle < options.cycles; cycle += 1) {
      const ran = await runCycle(stage, options, cycle);
      cycles.push(ran.result);
      told.set(ran.kommunCode, ran.deeds);
      options.onCycle?.(ran.result);
    }
    return {
      cycles,
      wrongAtTheEnd: options.isCommitSynchronous ? await countWrong(stage, told) : 0,
      settings: await stage.readSettings(),
      seconds: Math.round((performance.now() - started) / 100) / 10,
    };
  } finally {
    await stage.end();
  }
}

async function runCycle(
  stage: Stage,
  { writers: count, writing: [shortest, longest], appEvery }: CrashOptions,
  cycle: number,
): Promise<{ result: CrashCycle; kommunCode: string; deeds: readonly NotedDeed[] }> {
  const kommunCode = String(FIRST_KOMMUN + cycle);
  const writers = await stage.arrangeWriters(count, kommunCode);
  const { app } = stage;
  await app.startWriting(writers);
  const length = shortest + Math.random() * (longest - shortest);
  await new Promise((resolve) => setTimeout(resolve, length));
  const killed = appEvery !== null && cycle % appEvery === appEvery - 1 ? "app" : "database";
  const recoveryMs = killed === "app" ? await stage.killApp() : await stage.killDatabase();

  const deeds = app.deeds();
  const { unanswered, ...judged } = judgeCycle(deeds, await readStored(stage.admin.sql, kommunCode));
  const before = await verifyLog(stage, kommunCode);
  const badRepeats = await repeatUnanswered(stage, kommunCode, writers, unanswered);
  const after = await verifyLog(stage, kommunCode);
  return {
    kommunCode,
    deeds: deeds.map((deed) => ({ ...deed, isAcknowledged: true })),
    result: {
      cycle: cycle + 1,
      killed,
      ...judged,
      unanswered: unanswered.length,
      badRepeats,
      brokenChains: before.faults.length + after.faults.length,
      logRows: before.rows,
      recoveryMs: Math.round(recoveryMs),
    },
  };
}

function verifyLog({ job }: Stage, kommunCode: string) {
  const actor = { type: "system", kommunCode, job: "verify-log" } as const;
  return job.transaction(actor, ({ sql }) => verifyKommun(sql, kommunCode, null), { snapshot: true });
}

/** Each writer sends again, unchanged, what it was not told of: whether it had been done or not, one row stands. */
async function repeatUnanswered(
  stage: Stage,
  kommunCode: string,
  writers: readonly Writer[],
  unanswered: readonly NotedDeed[],
): Promise<string[]> {
  const refused = new Map<NotedDeed, string>();
  for (const deed of unanswered) {
    const writer = writers.find(({ number }) => number === deed.writer);
    const why = writer === undefined ? "no writer" : await stage.app.repeat(writer, deed);
    if (why !== null) refused.set(deed, why);
  }
  const { states } = await readStored(stage.admin.sql, kommunCode);
  for (const deed of unanswered) {
    const state = states.get(deed.id);
    if (state !== deed.leaves) refused.set(deed, `left ${state}`);
  }
  return [...refused].map(([{ call }, why]) => `${call.verb}: ${why}`);
}

async function countWrong(stage: Stage, told: ReadonlyMap<string, readonly NotedDeed[]>): Promise<number> {
  let wrong = 0;
  for (const [kommunCode, deeds] of told) {
    const { states } = await readStored(stage.admin.sql, kommunCode);
    const last = new Map(deeds.map(({ id, leaves }) => [id, leaves]));
    wrong += [...last].filter(([id, leaves]) => states.get(id) !== leaves).length;
    wrong += [...states.keys()].filter((id) => !last.has(id)).length;
  }
  return wrong;
}

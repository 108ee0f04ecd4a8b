import { type CrashCycle, type CrashOptions, runCrashCycles } from "./crash-cycles.ts";

export interface SurvivalOptions {
  readonly cycles: number;
  readonly writers: number;
  readonly writing: CrashOptions["writing"];
  /** Cycles of the same without waiting for the disk. */
  readonly controlCycles: number;
  readonly onCycle?: (run: "kill" | "control", cycle: CrashCycle) => void;
}

export interface SurvivalResult {
  readonly cycles: number;
  readonly databaseKills: number;
  readonly appKills: number;
  readonly writers: number;
  readonly acknowledged: number;
  readonly lost: number;
  readonly torn: number;
  readonly logFaults: number;
  readonly brokenChains: number;
  /** Calls that the kill left without an answer; of them those that had been done; each was sent again. */
  readonly unanswered: number;
  readonly doneUntold: number;
  readonly badRepeats: readonly string[];
  readonly wrongAtTheEnd: number;
  readonly logRows: number;
  readonly recoveryMs: { readonly median: number; readonly longest: number };
  readonly settings: Readonly<Record<string, string>>;
  /** The same without waiting for the disk: it must lose, or the measuring sees no loss. */
  readonly control: { readonly cycles: number; readonly acknowledged: number; readonly lost: number };
  readonly seconds: number;
}

/** A fifth of the kills is of the app. */
const APP_EVERY = 5;

/** Kills under writers, and the control that must lose. */
export async function measureSurvival({
  cycles: count,
  writers,
  writing,
  controlCycles,
  onCycle,
}: SurvivalOptions): Promise<SurvivalResult> {
  const started = performance.now();
  const run = await runCrashCycles({
    cycles: count,
    writers,
    writing,
    appEvery: APP_EVERY,
    isCommitSynchronous: true,
    onCycle: (cycle) => onCycle?.("kill", cycle),
  });
  const control = await runCrashCycles({
    cycles: controlCycles,
    writers,
    writing,
    appEvery: null,
    isCommitSynchronous: false,
    onCycle: (cycle) => onCycle?.("control", cycle),
  });
  const { cycles, wrongAtTheEnd, settings } = run;
  const total = (of: (cycle: CrashCycle) => number) => cycles.reduce((sum, cycle) => sum + of(cycle), 0);
  const recoveries = cycles.filter(({ killed }) => killed === "database").map(({ recoveryMs }) => recoveryMs);
  return {
    cycles: cycles.length,
    databaseKills: recoveries.length,
    appKills: cycles.length - recoveries.length,
    writers,
    acknowledged: total((cycle) => cycle.acknowledged),
    lost: total((cycle) => cycle.lost),
    torn: total((cycle) => cycle.torn),
    logFaults: total((cycle) => cycle.logFaults),
    brokenChains: total((cycle) => cycle.brokenChains),
    unanswered: total((cycle) => cycle.unanswered),
    doneUntold: total((cycle) => cycle.doneUntold),
    badRepeats: cycles.flatMap((cycle) => cycle.badRepeats),
    wrongAtTheEnd,
    logRows: total((cycle) => cycle.logRows),
    recoveryMs: {
      median: recoveries.toSorted((a, b) => a - b)[Math.floor(recoveries.length / 2)] ?? Number.NaN,
      longest: Math.max(...recoveries),
    },
    settings,
    control: {
      cycles: control.cycles.length,
      acknowledged: control.cycles.reduce((sum, cycle) => sum + cycle.acknowledged, 0),
      lost: control.cycles.reduce((sum, cycle) => sum + cycle.lost, 0),
    },
    seconds: Math.round((performance.now() - started) / 100) / 10,
  };
}

import { parseArgs } from "node:util";

const JOBS = ["J1", "J2", "J3", "J5", "J6", "J7"] as const;
type Job = (typeof JOBS)[number];

export interface Options {
  readonly jobs: readonly Job[];
  /** Area scores in the larger of the two databases that a growing query is measured in. */
  readonly scores: number;
  /** Rows of the history file that is read in. */
  readonly rows: number;
  readonly rounds: number;
  readonly seed: number;
  readonly out: string | null;
}

export const USAGE = `pnpm bench [--jobs J1,J2,J3,J5,J6,J7] [--scores 0.1|1|10 miljoner | --sweden] [--rows 1000000]
           [--rounds 5] [--seed 1] [--out fil.json]`;

const SWEDEN_MILLIONS = 26;
const MILLION = 1_000_000;
const LEAST_ROUNDS = 5;

/** Null when the options cannot be understood. */
export function readOptions(args: string[]): Options | null {
  const values = parse(args);
  if (values === null) return null;
  const names = values.jobs === undefined ? [...JOBS] : values.jobs.split(",");
  const jobs = JOBS.filter((job) => names.includes(job));
  const scores = (values.sweden ? SWEDEN_MILLIONS : Number(values.scores)) * MILLION;
  const [rows, rounds, seed] = [Number(values.rows), Number(values.rounds), Number(values.seed)];
  const areNumbers = [scores, rows, rounds, seed].every((value) => Number.isFinite(value) && value > 0);
  if (!areNumbers || jobs.length !== names.length || rounds < LEAST_ROUNDS) return null;
  return { jobs, scores, rows, rounds, seed, out: values.out ?? null };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        jobs: { type: "string" },
        scores: { type: "string", default: "1" },
        sweden: { type: "boolean", default: false },
        rows: { type: "string", default: "1000000" },
        rounds: { type: "string", default: String(LEAST_ROUNDS) },
        seed: { type: "string", default: "1" },
        out: { type: "string" },
      },
    }).values;
  } catch {
    // parseArgs throws on an option it does not know.
    return null;
  }
}

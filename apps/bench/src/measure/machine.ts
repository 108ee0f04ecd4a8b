import { execFileSync } from "node:child_process";
import { cpus, loadavg, totalmem } from "node:os";

export interface Machine {
  readonly at: string;
  readonly commit: string;
  readonly node: string;
  readonly processor: string;
  readonly cores: number;
  readonly memoryGigabytes: number;
  /** Of the last minute: above the number of cores, somebody else is measuring too. */
  readonly load: number;
}

export function describeMachine(now: Date): Machine {
  const [first] = cpus();
  return {
    at: now.toISOString(),
    commit: commitNow(),
    node: process.versions.node,
    processor: first?.model ?? "okänd",
    cores: cpus().length,
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    load: loadavg()[0] ?? Number.NaN,
  };
}

function commitNow(): string {
  try {
    return execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
  } catch {
    // A copy without its history can be measured too.
    return "utan git";
  }
}

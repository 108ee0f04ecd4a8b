import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { BESIDE } from "./end-with-parent.ts";

/** What is done beside the server, in a process of its own: `kompass jobs`. */
export function startJobs(): ChildProcess {
  return startBeside("jobs");
}

/** Makes the releases that are asked for; in the demo first those of the past, while one looks around. */
export function startReleases(isDemo: boolean): ChildProcess {
  return startBeside("release", "work", ...(isDemo ? ["--demo"] : []));
}

function startBeside(...args: string[]): ChildProcess {
  const main = path.resolve(import.meta.dirname, "../main.ts");
  return spawn(process.execPath, [main, ...args], {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...BESIDE },
    detached: true,
  });
}

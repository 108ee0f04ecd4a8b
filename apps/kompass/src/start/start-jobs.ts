import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import type { Io } from "../io.ts";
import { BESIDE } from "./end-with-parent.ts";
import { type KeptProcess, keepProcess } from "./kept-process.ts";

/** What is done beside the server, in a process of its own: `kompass jobs`. */
export function keepJobs(io: Io): KeptProcess {
  return keepBeside(io, "jobs");
}

/** Makes the releases that are asked for; in the demo first those of the past, while one looks around. */
export function keepReleases(isDemo: boolean, io: Io): KeptProcess {
  return keepBeside(io, "release", "work", ...(isDemo ? ["--demo"] : []));
}

function keepBeside(io: Io, ...args: string[]): KeptProcess {
  return keepProcess(
    () => startBeside(args),
    (pauseMs) =>
      io.stderr.write(
        `kompass ${args.join(" ")} tog slut av sig själv och startas igen om ${Math.ceil(pauseMs / 1000)} s.\n`,
      ),
  );
}

function startBeside(args: readonly string[]): ChildProcess {
  const main = path.resolve(import.meta.dirname, "../main.ts");
  return spawn(process.execPath, [main, ...args], {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...BESIDE },
    detached: true,
  });
}

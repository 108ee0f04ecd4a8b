import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";

/** What is done beside the server, in a process of its own: `kompass jobs`. */
export function startJobs(): ChildProcess {
  const main = path.resolve(import.meta.dirname, "../main.ts");
  return spawn(process.execPath, [main, "jobs"], { stdio: ["ignore", "inherit", "inherit"], detached: true });
}

import { readFile } from "node:fs/promises";
import path from "node:path";

/**
 * The superuser address of the embedded server that runs in a data folder; null when none is ready there.
 * Only whoever may read the folder's password learns it.
 */
export async function findRunningServer(dataFolder: string): Promise<string | null> {
  const folder = path.resolve(dataFolder);
  const note = await readFile(path.join(folder, "postgres", "postmaster.pid"), "utf8").catch(() => null);
  // PostgreSQL's own note: process, folder, start, port, socket, address, memory, state.
  const [pid, , , port, , , , state] = (note ?? "").split("\n").map((line) => line.trim());
  if (state !== "ready" || port === undefined || !isAlive(Number(pid))) return null;
  const password = (await readFile(path.join(folder, "postgres-password"), "utf8")).trim();
  return `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/kompassen`;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is alive too.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

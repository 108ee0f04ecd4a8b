import { spawnSync } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";

/**
 * Ends a PostgreSQL at once, every process of it, so that nothing is written after the moment. Its processes are
 * groups of their own: killing the first alone would let the others finish what they are doing.
 */
export async function killServer(pid: number): Promise<void> {
  // Stopped first: it starts no more of them while they are counted.
  process.kill(pid, "SIGSTOP");
  const all = [pid, ...(await childrenOf(pid))];
  for (const one of all) {
    try {
      process.kill(one, "SIGKILL");
    } catch {
      // A connection that had just ended.
    }
  }
  for (let waited = 0; waited < 5_000 && all.some(isAlive); waited += 5)
    await new Promise((resolve) => setTimeout(resolve, 5));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function childrenOf(parent: number): Promise<number[]> {
  if (process.platform !== "linux") {
    const { stdout } = spawnSync("ps", ["-axo", "pid=,ppid="], { encoding: "utf8" });
    const pairs = stdout.split("\n").map((line) => line.trim().split(/\s+/).map(Number));
    return pairs.flatMap(([pid, above]) => (above === parent && pid !== undefined ? [pid] : []));
  }
  const numbers = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(
    numbers.map(async (pid) => {
      const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
      // The name in brackets may hold anything; state and parent follow it.
      const [, above] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return Number(above) === parent ? [pid] : [];
    }),
  );
  return found.flat();
}

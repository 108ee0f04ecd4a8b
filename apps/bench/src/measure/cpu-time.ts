import { readFile } from "node:fs/promises";

/** Linux counts processor time in hundredths of a second, whatever the machine. */
const MILLISECONDS_A_TICK = 10;

const USER_FIELD = 11;
const SYSTEM_FIELD = 12;

/** Milliseconds of processor time that a process has used so far. */
export async function cpuTime(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8");
  // The name stands in parentheses and may hold anything; the numbers come after it.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[USER_FIELD]) + Number(fields[SYSTEM_FIELD])) * MILLISECONDS_A_TICK;
}

import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout } from "node:timers/promises";

/** What removes the note, or the process that holds the folder. */
type Claim = { claimed: true; release(): Promise<void> } | { claimed: false; by: number };

const PAUSE_MS = 20;

/** Only one start at a time in a data folder. A note left by a killed process is taken over. */
export async function claimFolder(folder: string): Promise<Claim> {
  await mkdir(folder, { recursive: true });
  return claimNote(path.join(folder, "start.pid"));
}

async function claimNote(note: string): Promise<Claim> {
  for (;;) {
    if (await isWritten(note)) return { claimed: true, release: () => release(note) };
    const by = await holderOf(note);
    if (await isKompassen(by)) return { claimed: false, by };
    // Only whoever holds the note beside may take away one that nobody holds: another could just have written it.
    const turn = await claimNote(`${note}.over`);
    if (!turn.claimed) {
      await setTimeout(PAUSE_MS);
      continue;
    }
    try {
      if (!(await isKompassen(await holderOf(note)))) await rm(note, { force: true });
    } finally {
      await turn.release();
    }
  }
}

/** The note appears with its number in it, or not at all. */
async function isWritten(note: string): Promise<boolean> {
  const unnamed = `${note}.${crypto.randomUUID()}`;
  await writeFile(unnamed, String(process.pid), { flag: "wx" });
  try {
    await link(unnamed, note);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  } finally {
    await rm(unnamed, { force: true });
  }
}

async function release(note: string): Promise<void> {
  if ((await holderOf(note)) === process.pid) await rm(note, { force: true });
}

/** NaN when there is no note, or none of ours. */
async function holderOf(note: string): Promise<number> {
  const text = await readFile(note, "utf8").catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return "";
    throw error;
  });
  return Number.parseInt(text, 10);
}

/** The number may since belong to somebody else's process. */
async function isKompassen(pid: number): Promise<boolean> {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Another user's process is alive too.
    if (codeOf(error) === "ESRCH") return false;
  }
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => null);
  return command === null ? process.platform !== "linux" : command.includes("apps/kompass/src/main.ts");
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}

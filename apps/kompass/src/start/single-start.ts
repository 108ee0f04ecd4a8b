import { mkdir, open, readFile, rm } from "node:fs/promises";
import path from "node:path";

/**
 * Only one start at a time in a data folder. A note left by a killed process is taken over.
 * @returns what removes the note, or the process that holds the folder
 */
export async function claimFolder(
  folder: string,
): Promise<{ claimed: true; release(): Promise<void> } | { claimed: false; by: number }> {
  await mkdir(folder, { recursive: true });
  const note = path.join(folder, "start.pid");
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      const file = await open(note, "wx");
      await file.writeFile(String(process.pid));
      await file.close();
      return { claimed: true, release: () => rm(note, { force: true }) };
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
      const by = Number.parseInt(await readFile(note, "utf8").catch(() => ""), 10);
      if (await isKompassen(by)) return { claimed: false, by };
      await rm(note, { force: true });
    }
  }
  throw new Error(`Kunde inte ta ${note}.`);
}

/** The number may since belong to somebody else's process. */
async function isKompassen(pid: number): Promise<boolean> {
  if (!Number.isInteger(pid) || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => null);
  return command === null ? process.platform !== "linux" : command.includes("apps/kompass/src/main.ts");
}

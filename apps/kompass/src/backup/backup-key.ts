import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

const BYTES = 32;

/** `KOMPASSEN_BACKUP_KEY`, else `backup-key` in the data folder. */
export function keyFile(dataFolder: string): string {
  const given = process.env.KOMPASSEN_BACKUP_KEY;
  return given === undefined || given === "" ? path.join(dataFolder, "backup-key") : path.resolve(given);
}

/** The key of that file; made, for its owner's eyes only, when there is none. */
export async function ensureKey(
  file: string,
): Promise<{ readonly key: Uint8Array; readonly isNew: boolean }> {
  const found = await readKey(file);
  if (found !== null) return { key: found, isNew: false };
  const key = randomBytes(BYTES);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `${key.toString("base64")}\n`, { mode: 0o600, flag: "wx" });
  return { key, isNew: true };
}

/** @throws Error when the file holds no key */
export async function readKey(file: string): Promise<Uint8Array | null> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (text === null) return null;
  const key = Buffer.from(text.trim(), "base64");
  if (key.length !== BYTES) throw new Error(`${file} innehåller ingen nyckel (väntade 32 byte i base64).`);
  return key;
}

import { link, mkdir, open, readdir, readFile, rm, stat } from "node:fs/promises";
import path from "node:path";
import { dataFolder } from "../start/index.ts";

/** `KOMPASSEN_HEADS`, else a folder beside the data: what is published must not lie in the database that it vouches for. */
export async function headsFolder(): Promise<string> {
  const given = process.env.KOMPASSEN_HEADS;
  return given !== undefined && given !== "" ? path.resolve(given) : `${await dataFolder()}-heads`;
}

/**
 * As `headsFolder`, to read what has been published: a folder that somebody has named is there.
 * @throws Error when it is not
 */
export async function publishedHeadsFolder(): Promise<string> {
  const folder = await headsFolder();
  const isNamed = (process.env.KOMPASSEN_HEADS ?? "") !== "";
  if (isNamed && (await unlessMissing(stat(folder))) === null) {
    throw new Error(`Mappen ${folder} (KOMPASSEN_HEADS) finns inte. Det som är publicerat kan inte läsas.`);
  }
  return folder;
}

const NAME = /^(\d{4})-(\d{4}-\d{2}-\d{2})\.heads$/;

export const nameOf = (kommunCode: string, day: string) => `${kommunCode}-${day}.heads`;

/** Names of the kommun's files, the oldest first. */
export async function listHeadFiles(folder: string, kommunCode: string): Promise<string[]> {
  const names = (await unlessMissing(readdir(folder))) ?? [];
  return names.filter((name) => NAME.exec(name)?.[1] === kommunCode).toSorted();
}

/** Every kommun that something has been published of. */
export async function listPublishedKommuner(folder: string): Promise<string[]> {
  const names = (await unlessMissing(readdir(folder))) ?? [];
  return [...new Set(names.flatMap((name) => NAME.exec(name)?.[1] ?? []))].toSorted();
}

/**
 * Writes a file that nobody writes over: read-only, and on the disk before it has its name. An empty one is nobody's
 * publication and gives way.
 */
export async function writePublished(folder: string, name: string, text: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o755 });
  const place = path.join(folder, name);
  const unnamed = path.join(folder, `.${name}-${crypto.randomUUID()}`);
  try {
    const file = await open(unnamed, "wx", 0o444);
    try {
      await file.writeFile(text);
      await file.chmod(0o444);
      await file.sync();
    } finally {
      await file.close();
    }
    if (await isEmptyPublication(folder, name)) await rm(place);
    await link(unnamed, place);
    await syncFolder(folder);
  } finally {
    await rm(unnamed, { force: true });
  }
}

/** Of the name there is a file without anything in it: whoever began it was cut off. */
export async function isEmptyPublication(folder: string, name: string): Promise<boolean> {
  return (await unlessMissing(stat(path.join(folder, name))))?.size === 0;
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What cannot be read is not what is not there. */
export async function unlessMissing<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

export const readPublished = (folder: string, name: string) => readFile(path.join(folder, name), "utf8");

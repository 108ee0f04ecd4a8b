import { chmod, mkdir, open, readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { dataFolder } from "../start/index.ts";

/** `KOMPASSEN_HEADS`, else a folder beside the data: what is published must not lie in the database that it vouches for. */
export async function headsFolder(): Promise<string> {
  const given = process.env.KOMPASSEN_HEADS;
  return given !== undefined && given !== "" ? path.resolve(given) : `${await dataFolder()}-heads`;
}

const NAME = /^(\d{4})-(\d{4}-\d{2}-\d{2})\.heads$/;

export const nameOf = (kommunCode: string, day: string) => `${kommunCode}-${day}.heads`;

/** Names of the kommun's files, the oldest first. */
export async function listHeadFiles(folder: string, kommunCode: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => NAME.exec(name)?.[1] === kommunCode).toSorted();
}

/** Every kommun that something has been published of. */
export async function listPublishedKommuner(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return [...new Set(names.flatMap((name) => NAME.exec(name)?.[1] ?? []))].toSorted();
}

/** Writes a file that nobody writes over: read-only, and on the disk before it counts as published. */
export async function writePublished(folder: string, name: string, text: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o755 });
  const file = await open(path.join(folder, name), "wx", 0o444);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await chmod(path.join(folder, name), 0o444);
}

export const readPublished = (folder: string, name: string) => readFile(path.join(folder, name), "utf8");

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbedded } from "../embedded/index.ts";
import { migrateDatabase } from "../migrate/index.ts";

const SOURCES = ["../../migrations", "../roles", "../embedded", "../migrate"];
const PREFIX = `kompassen-test-template-${process.getuid?.() ?? 0}-`;
const STALE_MS = 90_000;
const DAY_MS = 86_400_000;

/**
 * Fills a folder with a migrated cluster that no server runs on. It is made once for a state of the migrations and
 * copied from then on: making one costs seconds, and every test file wants its own.
 */
export async function copyTemplate(folder: string): Promise<void> {
  const template = await ensureTemplate();
  const { status } = spawnSync("cp", ["-a", `${template}/.`, folder], { stdio: "ignore" });
  if (status !== 0) throw new Error(`could not copy ${template} to ${folder}`);
}

async function ensureTemplate(): Promise<string> {
  const template = path.join(tmpdir(), `${PREFIX}${await printOfSources()}`);
  const lock = `${template}.lock`;
  for (;;) {
    if (await isThere(template)) return template;
    if (await takeLock(lock)) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  try {
    if (!(await isThere(template))) await make(template);
    return template;
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

async function make(template: string): Promise<void> {
  await removeOlder(template);
  const making = `${template}.making`;
  await rm(making, { recursive: true, force: true });
  const server = await startEmbedded({ dataFolder: making, settings: ["fsync=off"] });
  try {
    await migrateDatabase(server.adminUrl);
  } finally {
    await server.stop();
  }
  // Under its name only when it is whole.
  await rename(making, template);
}

/** Of earlier states of the migrations; a young one may be in use by another checkout. */
async function removeOlder(template: string): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const other = path.join(tmpdir(), name);
    if (!name.startsWith(PREFIX) || other.startsWith(template)) continue;
    const found = await stat(other).catch(() => null);
    if (found !== null && Date.now() - found.mtimeMs > DAY_MS)
      await rm(other, { recursive: true, force: true });
  }
}

/** One that a killed process has left behind is taken over. */
async function takeLock(lock: string): Promise<boolean> {
  try {
    await mkdir(lock);
    return true;
  } catch {
    const found = await stat(lock).catch(() => null);
    if (found !== null && Date.now() - found.mtimeMs > STALE_MS)
      await rm(lock, { recursive: true, force: true });
    return false;
  }
}

async function printOfSources(): Promise<string> {
  const digest = createHash("sha256").update(process.version);
  for (const source of SOURCES) {
    const folder = path.resolve(import.meta.dirname, source);
    for (const entry of (await readdir(folder, { recursive: true, withFileTypes: true })).toSorted((a, b) =>
      path.join(a.parentPath, a.name).localeCompare(path.join(b.parentPath, b.name)),
    )) {
      if (entry.isFile())
        digest.update(entry.name).update(await readFile(path.join(entry.parentPath, entry.name)));
    }
  }
  return digest.digest("hex").slice(0, 16);
}

async function isThere(folder: string): Promise<boolean> {
  return (await stat(folder).catch(() => null)) !== null;
}

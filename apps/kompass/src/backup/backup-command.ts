import { mkdir, stat } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { writeBackup } from "@kompassen/db/backup";
import type { Io } from "../io.ts";
import { reachDatabase } from "../start/index.ts";
import { ensureKey, keyFile } from "./backup-key.ts";

const USAGE = `kompass backup [FIL]

  Sparar hela databasen krypterad i en fil, medan andra arbetar. Utan FIL: i datamappens backups.
`;

/** `kompass backup [FIL]`: the whole database, encrypted, in one file, while people go on working. */
export async function backupCommand(args: string[], io: Io): Promise<number> {
  const positionals = readArguments(args);
  if (positionals === null) {
    io.stderr.write(USAGE);
    return 2;
  }
  const now = new Date();
  const started = performance.now();
  const reached = await reachDatabase();
  try {
    const file = path.resolve(
      io.folder,
      positionals[0] ?? path.join(reached.folder, "backups", fileName(now)),
    );
    if (await stat(file).catch(() => null)) {
      io.stderr.write(`${file} finns redan. Välj ett annat namn.\n`);
      return 2;
    }
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    const keyPath = keyFile(reached.folder);
    const { key, isNew } = await ensureKey(keyPath);
    const { tables, rows, bytes } = await writeBackup(reached.adminUrl, file, { key, now });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    io.stdout.write(`${file}\n${tables} tabeller, ${rows} rader, ${bytes} byte på ${seconds} s.\n`);
    if (isNew) {
      io.stdout.write(
        `En ny nyckel finns i ${keyPath}. Utan den kan säkerhetskopian inte läsas: spara den på ett annat ställe än kopian.\n`,
      );
    }
    return 0;
  } finally {
    await reached.close();
  }
}

function readArguments(args: string[]): string[] | null {
  try {
    const { positionals } = parseArgs({ args, options: {}, allowPositionals: true });
    return positionals.length > 1 ? null : positionals;
  } catch {
    // parseArgs throws on an option it does not know.
    return null;
  }
}

function fileName(now: Date): string {
  return `kompassen-${now.toISOString().slice(0, 19).replaceAll(":", "")}.backup`;
}

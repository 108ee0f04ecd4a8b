import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { type BackupFault, BrokenBackup, restoreBackup } from "@kompassen/db/backup";
import { startEmbedded } from "@kompassen/db/embedded";
import type { Io } from "../io.ts";
import { purgeWhatCameBack } from "../retention/index.ts";
import { dataFolder, reachDatabase } from "../start/index.ts";
import { keyFile, readKey } from "./backup-key.ts";

const FAULTS: Record<BackupFault, string> = {
  not_a_backup: "Filen är ingen säkerhetskopia från Kompassen.",
  other_key: "Säkerhetskopian är låst med en annan nyckel. Ange rätt fil med --key.",
  damaged: "Säkerhetskopian är skadad eller avbruten. Ingenting har ändrats. Ta en annan kopia.",
  newer_version: "Säkerhetskopian är gjord med en nyare version av Kompassen. Uppdatera Kompassen först.",
  interrupted:
    "Databasen tog inte emot allt: disken kan vara full eller databasen ha stoppats. Ingenting har ändrats.",
  not_empty:
    "Databasen innehåller redan uppgifter. Lägg till --replace om de ska ersättas av säkerhetskopian.",
};

/**
 * `kompass restore FIL [--replace] [--rehearse] [--key FIL]`: makes the database from a backup; what has been purged
 * since is purged again before anybody is served. `--rehearse` does it on a server that is thrown away.
 */
export async function restoreCommand(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      replace: { type: "boolean", default: false },
      rehearse: { type: "boolean", default: false },
      key: { type: "string" },
    },
  });
  const [name] = positionals;
  if (name === undefined) {
    io.stderr.write("Ange säkerhetskopian: kompass restore FIL [--replace] [--rehearse] [--key FIL]\n");
    return 2;
  }
  const file = path.resolve(io.folder, name);
  const opening = values.rehearse ? rehearsalServer() : reachDatabase({ migrates: false });
  const forget = closeWhenTold(async () => (await opening).close());
  const target = await opening.catch((error: unknown) => {
    forget();
    throw error;
  });
  try {
    if (target.isServing) {
      io.stderr.write("Kompassen är igång. Stoppa den först (Ctrl-C), återställ och starta igen.\n");
      return 2;
    }
    const keyPath = values.key === undefined ? keyFile(target.folder) : path.resolve(io.folder, values.key);
    const key = await readKey(keyPath);
    if (key === null) {
      io.stderr.write(`Nyckeln ${keyPath} finns inte. Ange var den är med --key.\n`);
      return 2;
    }
    const started = performance.now();
    let purged = 0;
    const { tables, rows } = await restoreBackup(target.adminUrl, file, {
      key,
      replace: values.replace,
      beforeServing: async (restoredUrl) => {
        purged = await purgeWhatCameBack(restoredUrl, target.folder);
      },
    });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    io.stdout.write(`${tables} tabeller och ${rows} rader återställda och lästa tillbaka på ${seconds} s.\n`);
    if (purged > 0) io.stdout.write(`${purged} barn som redan var gallrade har gallrats igen.\n`);
    if (values.rehearse) io.stdout.write("Övningen är klar; ingenting har sparats.\n");
    return 0;
  } catch (error) {
    if (!(error instanceof BrokenBackup)) throw error;
    io.stderr.write(`${FAULTS[error.fault]}${codeOf(error.cause)}\n`);
    return 2;
  } finally {
    forget();
    await target.close();
  }
}

/**
 * Told to stop half-way, nothing stays: no server, and of a rehearsal no readable copy of what the backup holds.
 * @returns what ends this
 */
function closeWhenTold(close: () => Promise<void>): () => void {
  const signals = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
  const told = Object.entries(signals).map(([signal, code]) => {
    const end = () => {
      const leave = () => process.exit(code);
      close().then(leave, leave);
    };
    process.once(signal, end);
    return () => process.removeListener(signal, end);
  });
  return () => {
    for (const one of told) one();
  };
}

/** Only the code: what a database says in words of a row may hold the row. */
function codeOf(cause: unknown): string {
  return cause instanceof Error && "code" in cause ? ` (${String(cause.code)})` : "";
}

/** A server of its own, gone with the rehearsal; the keys and the ledger are the installation's. */
async function rehearsalServer() {
  const place = await mkdtemp(path.join(tmpdir(), "kompassen-rehearsal-"));
  const removePlace = () => rm(place, { recursive: true, force: true });
  try {
    const folder = await dataFolder();
    const server = await startEmbedded({ dataFolder: place });
    const close = () => server.stop().then(removePlace);
    return { adminUrl: server.adminUrl, folder, isServing: false, close };
  } catch (error) {
    await removePlace();
    throw error;
  }
}

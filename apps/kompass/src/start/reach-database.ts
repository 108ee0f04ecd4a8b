import { settleRestore } from "@kompassen/db/backup";
import { findRunningServer, startEmbedded } from "@kompassen/db/embedded";
import { migrateDatabase } from "@kompassen/db/migrate";
import { dataFolder } from "./data-folder.ts";
import { claimFolder } from "./single-start.ts";

/** A database, as its administrator, for the time of a command. */
export interface ReachedDatabase {
  readonly adminUrl: string;
  /** Where the installation keeps what is not in the database. */
  readonly folder: string;
  /** Whether a Kompassen is serving people from it right now. */
  readonly isServing: boolean;
  close(): Promise<void>;
}

/** A database that a command cannot reach, in words for the person who started it. */
export class UnreachableDatabase extends Error {}

/**
 * The database of DATABASE_URL, else the embedded one of a Kompassen that is running in the data folder, else the
 * embedded one, started for the time of the command.
 * @param options.migrates whether a database that nobody serves is brought to this version first
 * @throws UnreachableDatabase
 */
export async function reachDatabase({ migrates = true } = {}): Promise<ReachedDatabase> {
  const given = process.env.DATABASE_URL;
  const folder = await dataFolder();
  if (given !== undefined && given !== "") {
    return { adminUrl: given, folder, isServing: false, close: async () => {} };
  }
  const claim = await claimFolder(folder);
  if (!claim.claimed) {
    const adminUrl = await runningServer(folder, claim.by);
    return { adminUrl, folder, isServing: true, close: async () => {} };
  }
  try {
    const server = await startEmbedded({ dataFolder: folder });
    const close = async () => {
      await server.stop();
      await claim.release();
    };
    try {
      await settleRestore(server.adminUrl);
      if (migrates) await migrateDatabase(server.adminUrl);
    } catch (error) {
      await close();
      throw error;
    }
    return { adminUrl: server.adminUrl, folder, isServing: false, close };
  } catch (error) {
    await claim.release();
    throw error;
  }
}

async function runningServer(folder: string, holder: number): Promise<string> {
  const unreachable = (why: string) =>
    new UnreachableDatabase(`Kompassen är igång i ${folder} (process ${holder}), men ${why}.`);
  const found = await findRunningServer(folder).catch(() => {
    throw unreachable("du får inte läsa dess databas. Kör som samma användare som startade den");
  });
  if (found === null) throw unreachable("dess databas svarar inte ännu. Försök igen om en stund");
  return found;
}

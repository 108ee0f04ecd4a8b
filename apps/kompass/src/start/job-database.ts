import { type Database, openDatabase, roleUrl } from "@kompassen/db";
import { findRunningServer, startEmbedded } from "@kompassen/db/embedded";
import { migrateDatabase } from "@kompassen/db/migrate";
import { dataFolder } from "./data-folder.ts";
import { claimFolder } from "./single-start.ts";

export interface JobDatabase {
  readonly database: Database;
  close(): Promise<void>;
}

/** A database that a job cannot reach, in words for the person who started it. */
export class UnreachableDatabase extends Error {}

/**
 * The database as the role `kompass_job`: that of DATABASE_URL, else the embedded one of a Kompassen that is
 * running in the data folder, else the embedded one, started for the time of the job.
 * @throws UnreachableDatabase
 */
export async function openJobDatabase(): Promise<JobDatabase> {
  const given = process.env.DATABASE_URL;
  if (given !== undefined && given !== "") return openJob(given, async () => {});
  const folder = await dataFolder();
  const claim = await claimFolder(folder);
  if (!claim.claimed) return openJob(await runningServer(folder, claim.by), async () => {});
  try {
    const server = await startEmbedded({ dataFolder: folder });
    const stop = async () => {
      await server.stop();
      await claim.release();
    };
    try {
      await migrateDatabase(server.adminUrl);
    } catch (error) {
      await stop();
      throw error;
    }
    return openJob(server.adminUrl, stop);
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

function openJob(adminUrl: string, stop: () => Promise<void>): JobDatabase {
  const database = openDatabase(roleUrl(adminUrl, "kompass_job"), { connections: 1 });
  return {
    database,
    close: async () => {
      await database.close();
      await stop();
    },
  };
}

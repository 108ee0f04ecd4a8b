import { type Database, openDatabase, roleUrl } from "@kompassen/db";
import { reachDatabase } from "./reach-database.ts";

export interface JobDatabase {
  readonly database: Database;
  close(): Promise<void>;
}

/**
 * The reached database as the role `kompass_job`.
 * @throws UnreachableDatabase
 */
export async function openJobDatabase(): Promise<JobDatabase> {
  const reached = await reachDatabase();
  const database = openDatabase(roleUrl(reached.adminUrl, "kompass_job"), { connections: 1 });
  return {
    database,
    close: async () => {
      await database.close();
      await reached.close();
    },
  };
}

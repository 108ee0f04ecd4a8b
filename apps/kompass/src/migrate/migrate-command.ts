import { migrateDatabase, migrationStatus } from "@kompassen/db/migrate";
import type { Io } from "../io.ts";

/** `kompass migrate`: brings the database of DATABASE_URL to this version. */
export async function migrateCommand(_args: string[], io: Io): Promise<number> {
  const url = process.env.DATABASE_URL;
  if (url === undefined || url === "") {
    io.stderr.write(
      "Ange DATABASE_URL till databasens administratör, till exempel postgres://admin:lösenord@värd/kompassen.\n",
    );
    return 2;
  }
  await migrateDatabase(url);
  const { applied, known } = await migrationStatus(url);
  io.stdout.write(`Databasen är klar: ${applied} av ${known} migreringar.\n`);
  return 0;
}

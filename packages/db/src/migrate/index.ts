export { type MigrationStatus, migrateDatabase, migrationStatus } from "./migrate-database.ts";

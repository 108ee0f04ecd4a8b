export { migrateCommand } from "./migrate-command.ts";

export { backupCommand } from "./backup-command.ts";
export { restoreCommand } from "./restore-command.ts";

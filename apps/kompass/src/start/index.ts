export { type JobDatabase, openJobDatabase, UnreachableDatabase } from "./job-database.ts";
export { startCommand } from "./start-command.ts";

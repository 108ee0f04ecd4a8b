export { dataFolder } from "./data-folder.ts";
export { endWithParent } from "./end-with-parent.ts";
export { type JobDatabase, openJobDatabase } from "./job-database.ts";
export { type ReachedDatabase, reachDatabase, UnreachableDatabase } from "./reach-database.ts";
export { startCommand } from "./start-command.ts";

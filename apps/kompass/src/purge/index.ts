export { purgeCommand } from "./purge-command.ts";

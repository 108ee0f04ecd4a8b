export { importSs12000Command } from "./import-ss12000-command.ts";

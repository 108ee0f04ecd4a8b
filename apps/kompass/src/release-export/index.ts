export { releaseExportCommand } from "./release-export-command.ts";

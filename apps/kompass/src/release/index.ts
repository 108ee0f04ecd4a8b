export { releaseCommand } from "./release-command.ts";

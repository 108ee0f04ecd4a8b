export { headsFolder } from "./heads-folder.ts";
export { publishHeads } from "./publish-heads.ts";
export { publishHeadsCommand } from "./publish-heads-command.ts";
export { verifyLogCommand } from "./verify-log-command.ts";

export { protectCommand } from "./protect-command.ts";

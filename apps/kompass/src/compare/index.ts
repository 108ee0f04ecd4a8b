export { compareCommand } from "./compare-command.ts";

export { importCountsCommand } from "./import-counts-command.ts";
export { importStepsCommand } from "./import-steps-command.ts";

export { jobsCommand } from "./jobs-command.ts";

import type { Program } from "./measured.ts";

/** In the order of how long they take. */
export const PROGRAMS: readonly Program[] = [
  {
    name: "canaries",
    shows: "marks in every free text of a child, looked for in logs, addresses, titles, errors, jobs, files",
    command: ["node", "apps/kompass/src/canary/canary-run.test-support.ts"],
  },
  {
    name: "tampering",
    shows: "edits, deletions, insertions, reorderings and cuts of the log, and how many are found",
    command: ["node", "packages/api/attack/tamper.ts", "1000"],
  },
  {
    name: "log-verification",
    shows: "how long a log of a million rows takes to verify",
    command: ["node", "packages/api/attack/measure-verify.ts", "1000000"],
  },
];

import type { Program } from "./measured.ts";

/** In the order of how long they take. */
export const PROGRAMS: readonly Program[] = [
  {
    name: "canaries",
    shows: "marks in every free text of a child, looked for in logs, addresses, titles, errors, jobs, files",
    command: ["node", "apps/kompass/src/canary/canary-run.test-support.ts"],
  },
  {
    name: "purge",
    shows:
      "a child whose every free text is marked: files that hold the mark before, after, and after a restore",
    command: ["node", "apps/kompass/src/retention/measure-purge.test-support.ts"],
  },
  {
    name: "restore",
    shows:
      "the invented kommuner saved and restored, table by table; broken files, and what they are answered",
    command: ["node", "apps/kompass/src/backup/measure-restore.test-support.ts"],
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
  {
    name: "both-locks",
    shows: "every procedure as everybody: what the table of who may what expects, and what happens",
    command: ["node", "packages/api/src/access-matrix/run-matrix.ts"],
  },
  {
    name: "database-alone",
    shows: "the same with the api's lock switched off: the database denies on its own",
    command: ["node", "packages/api/src/access-matrix/run-matrix.ts", "--api-lock-off"],
  },
  {
    name: "refusals",
    shows:
      "closed and not existing: the same body, status and time (Kolmogorov-Smirnov distance at most 0.06)",
    command: ["node", "packages/api/src/access-matrix/run-refusals.ts", "2000"],
  },
  {
    name: "fuzz",
    shows: "inputs to every procedure, and whether anything of a child outside the caseload comes back",
    command: ["node", "packages/api/src/access-matrix/run-fuzz.ts", "100000", "7"],
  },
  {
    name: "survival",
    shows: "kills of database and app under eight writers, and whether an acknowledged write is lost",
    command: ["node", "apps/kompass/src/survival/survive.ts"],
  },
];

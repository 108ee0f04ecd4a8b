import { expect, it } from "vitest";
import { jobsCommand } from "../jobs/index.ts";
import { purgeCommand } from "../purge/index.ts";
import { backupCommand } from "./index.ts";

it.each([
  ["backup", backupCommand, ["--help"]],
  ["backup", backupCommand, ["one.backup", "two.backup"]],
  ["purge", purgeCommand, ["--dry-run"]],
  ["jobs", jobsCommand, ["--onse"]],
])("kompass %s says how it is used when it is not", async (name, command, args) => {
  let said = "";
  const stderr = { write: (text: string) => (said += text) };
  expect(await command(args, { stdout: stderr, stderr, folder: "/nowhere" })).toBe(2);
  expect(said).toMatch(new RegExp(`^kompass ${name}\\s`));
});

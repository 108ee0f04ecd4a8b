import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import { appRouter } from "../router.ts";
import { OTHER_VERBS } from "./verbs.ts";

const ROOT = path.resolve(import.meta.dirname, "../../../..");
const FOLDERS = ["packages/api/src", "packages/db/src", "packages/db/migrations", "apps/kompass/src"];

/** `verb: "login.signIn"`, `auditReview(tx, "logReview.getItem")`, and what SQL hands to the log. */
const WRITTEN = [
  /verb: "(\w+\.\w+)"/g,
  /\baudit\w*\([^;"]*"(\w+\.\w+)"/g,
  /record_audit\([^;]*?'(\w+\.\w+)'/g,
  /audit_many\('(\w+\.\w+)'/g,
];

async function writtenVerbs(): Promise<Map<string, string>> {
  const verbs = new Map<string, string>();
  for (const folder of FOLDERS)
    for (const name of await readdir(path.join(ROOT, folder), { recursive: true })) {
      if (!/\.(?:ts|sql)$/.test(name) || /\.test(?:-support)?\.ts$/.test(name)) continue;
      const text = await readFile(path.join(ROOT, folder, name), "utf8");
      for (const pattern of WRITTEN)
        for (const [, verb = ""] of text.matchAll(pattern)) verbs.set(verb, `${folder}/${name}`);
    }
  return verbs;
}

it("are all known: a procedure's path, or one of the others", async () => {
  const procedures = Object.keys(Object(appRouter._def.procedures));
  const known = new Set<string>([...procedures, ...OTHER_VERBS]);
  const written = await writtenVerbs();
  expect([...written].filter(([verb]) => !known.has(verb))).toEqual([]);
  expect(OTHER_VERBS.filter((verb) => !written.has(verb))).toEqual([]);
  expect(OTHER_VERBS.filter((verb) => procedures.includes(verb))).toEqual([]);
});

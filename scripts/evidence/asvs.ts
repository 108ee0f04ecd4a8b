// OWASP ASVS 5.0.0: each requirement of level 1 and 2, and of level 3 those that the product claims.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fromCsv } from "./csv.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");

/** How many requirements of level 1 and 2 each chapter has, so that none is lost from the table. */
const IN_CHAPTER: Readonly<Record<string, number>> = {
  1: 27,
  2: 11,
  3: 19,
  4: 10,
  5: 9,
  6: 35,
  7: 18,
  8: 7,
  9: 7,
  10: 29,
  11: 14,
  12: 9,
  13: 13,
  14: 9,
  15: 13,
  16: 16,
  17: 7,
};
const OF_LEVEL_3 = ["2.3.5", "3.4.7", "7.5.3", "8.3.2", "8.3.3", "14.2.6", "14.2.7", "14.2.8"];
const RESULTS = ["met", "not applicable", "deployment", "not met"];

/** What is wrong with docs/evidence/asvs.csv; nothing when it holds. */
export function asvsFaults(): string[] {
  const [, ...rows] = fromCsv(readFileSync(path.join(ROOT, "docs/evidence/asvs.csv"), "utf8"));
  const faults: string[] = [];
  const seen = new Set<string>();
  const counts: Record<string, number> = {};
  for (const [id = "", level = "", result = "", evidence = "", says = ""] of rows) {
    if (seen.has(id)) faults.push(`${id} stands twice`);
    seen.add(id);
    if (level !== "3") counts[id.split(".")[0] ?? ""] = (counts[id.split(".")[0] ?? ""] ?? 0) + 1;
    if (!RESULTS.includes(result)) faults.push(`${id}: unknown result ${result}`);
    if (says === "") faults.push(`${id}: says nothing`);
    const files = evidence.split(" ").filter(Boolean);
    if (result === "met" && files.length === 0) faults.push(`${id}: met by nothing that is named`);
    for (const file of files) if (!existsSync(path.join(ROOT, file))) faults.push(`${id}: no file ${file}`);
  }
  for (const id of OF_LEVEL_3) if (!seen.has(id)) faults.push(`${id} is missing`);
  for (const [chapter, count] of Object.entries(IN_CHAPTER)) {
    if (counts[chapter] !== count)
      faults.push(`chapter ${chapter}: ${counts[chapter] ?? 0} of ${count} requirements`);
  }
  return faults;
}

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DEFAULT_RULES, indexEquivalences } from "../follow-up/index.ts";
import { localDate } from "../shared/index.ts";
import { readEquivalencesFrom, readHistoryFrom } from "./files.test-support.ts";
import { COMPARISON_COLUMNS, compareHistory } from "./index.ts";

const golden = (name: string) =>
  readFileSync(new URL(`../../golden/follow-up/${name}`, import.meta.url), "utf8");

const expected = golden("expected.csv").trimEnd().split("\n").slice(1);

/** Compared inside each test, so that a mutant is known by the tests that reach it. */
function actual(): string[] {
  const history = readHistoryFrom(golden("history.csv"), localDate("2026-12-31"));
  const equivalences = indexEquivalences(readEquivalencesFrom(golden("equivalence.csv")));
  const rows = compareHistory(history, DEFAULT_RULES, equivalences);
  return rows.map((row) => COMPARISON_COLUMNS.map((column) => row[column]).join(","));
}

describe("the golden follow-up", () => {
  const titles = golden("titles.txt").trimEnd().split("\n");

  it.each(titles)("%s", (title) => {
    const childId = `${title.split(":")[0]},`;
    const ofChild = (line: string) => line.startsWith(childId);
    expect(actual().filter(ofChild)).toEqual(expected.filter(ofChild));
  });

  it("has nothing beside the titled cases, in the expected order", () => {
    expect(actual()).toEqual(expected);
  });
});

import type { CellPair } from "@kompassen/domain/statistics";
import { expect, test } from "vitest";
import { hidden, KOMMUN, shown } from "./releases.test-support.ts";
import { toComparison } from "./to-comparison.ts";

const pair = (metric: string, facts: Partial<CellPair>): CellPair => ({
  table: "uptake",
  metric,
  unit: KOMMUN,
  ageGroup: "alla",
  area: null,
  rater: null,
  periodKind: "quarter",
  earlier: { period: "2026Q1", cell: shown(10) },
  later: { period: "2026Q2", cell: shown(7) },
  ...facts,
});

test("two releases stand in the order of the process, with the change where both are shown", () => {
  const rows = toComparison(
    [
      pair("barnsamtal", { earlier: { period: "2026Q1", cell: hidden } }),
      pair("upptackarkort", {}),
      pair("upptackarkort", { ageGroup: "7-12" }),
      pair("upptackarkort", { periodKind: "year" }),
      pair("beslut", { earlier: null }),
    ],
    KOMMUN,
    "sv",
  );
  expect(rows.map(({ metric, difference }) => [metric, difference])).toEqual([
    ["upptackarkort", -3],
    ["barnsamtal", null],
    ["beslut", null],
  ]);
  expect(rows[1]?.earlier).toEqual({ kind: "hidden" });
  expect(rows[2]?.earlier).toEqual({ kind: "absent" });
});

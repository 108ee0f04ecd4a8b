import { expect, it } from "vitest";
import { pairCells } from "./pair-cells.ts";
import type { ReleaseCell, StatisticsRelease } from "./release.ts";

const cell = (metric: string, period: string, value: number): ReleaseCell => ({
  table: "uptake",
  metric,
  unit: "9001",
  ageGroup: "alla",
  period,
  area: null,
  rater: null,
  cell: { status: "published", value },
});

function release(...cells: ReleaseCell[]): Pick<StatisticsRelease, "cells"> {
  return { cells };
}

it("sets the last quarter of each release beside the other, and years beside years", () => {
  const earlier = release(
    cell("barnsamtal", "2025Q3", 1),
    cell("barnsamtal", "2025Q4", 2),
    cell("barnsamtal", "2025", 9),
  );
  const later = release(cell("barnsamtal", "2026Q1", 3), cell("beslut", "2026Q1", 4));
  expect(
    pairCells(earlier, later).map(({ metric, periodKind, earlier: before, later: now }) => [
      metric,
      periodKind,
      before?.period ?? null,
      now?.period ?? null,
    ]),
  ).toEqual([
    ["barnsamtal", "quarter", "2025Q4", "2026Q1"],
    ["beslut", "quarter", null, "2026Q1"],
    ["barnsamtal", "year", "2025", null],
  ]);
});

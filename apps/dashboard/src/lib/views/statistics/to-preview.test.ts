import type { PreviewCell } from "@kompassen/api/release";
import { expect, test } from "vitest";
import { aCell, hidden, PLACES, shown } from "./releases.test-support.ts";
import { toPreview } from "./to-preview.ts";

const cells: readonly PreviewCell[] = [
  { ...aCell("upptackarkort", "2026Q1", shown(40)), hidden: null },
  {
    ...aCell("upptackarkort", "2026Q1", hidden, { unit: "SKO1", ageGroup: "7-12" }),
    hidden: { value: 3, why: "primary" },
  },
  { ...aCell("upptackarkort", "2026Q1", hidden, { unit: "SKO2" }), hidden: { value: 12, why: "secondary" } },
  {
    ...aCell("mean_score", "2025/2026", hidden, { table: "area_mean", area: "fritid", rater: "barn" }),
    hidden: { value: 7, why: "primary" },
  },
];

test("the officer sees each hidden number with its place, its value and why", () => {
  const preview = toPreview(cells, PLACES, "uptake", 50, "sv");
  expect(preview.hidden).toBe(2);
  expect(preview.rows).toMatchObject([
    {
      name: "Upptäckarkort",
      where: "Berga skola, 7–12 år",
      period: "första kvartalet 2026",
      value: "3",
      why: "primary",
    },
    { where: "Ängsskolan", value: "12", why: "secondary" },
  ]);
});

test("of a mean it is the number of children that is told", () => {
  const [row] = toPreview(cells, PLACES, "area_mean", 50, "sv").rows;
  expect(row).toMatchObject({ name: "Medelskattning, Fritid, barnets skattning", value: "7" });
});

test("a page of rows says how many there are in all", () => {
  const preview = toPreview(cells, PLACES, "uptake", 1, "sv");
  expect(preview.rows).toHaveLength(1);
  expect(preview.hidden).toBe(2);
});

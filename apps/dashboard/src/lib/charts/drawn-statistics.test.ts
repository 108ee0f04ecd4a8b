import { expect, test } from "vitest";
import { messages } from "#lib/messages/sv/index.ts";
import { chartToCsv } from "./chart-to-csv.ts";
import { drawStatisticsBars, drawStatisticsLines } from "./draw-statistics.server.ts";
import type { StatisticsCell, StatisticsInput } from "./statistics-input.ts";
import { toStatisticsRuns } from "./to-statistics-runs.ts";

const words = messages.charts;
const shown = (value: number): StatisticsCell => ({ kind: "shown", value, text: String(value) });
const hidden: StatisticsCell = { kind: "hidden", reason: "visas inte" };

const input = (cells: StatisticsCell[]): StatisticsInput => ({
  title: "Uppföljningar i tid",
  caption: "Fler i tid.",
  unit: "procent",
  axis: { from: 0, to: 100, ticks: [{ value: 0, text: "0" }] },
  categoryLabel: "Kvartal",
  categories: cells.map((_, index) => ({ key: `k${index}`, name: `kv ${index}` })),
  series: [{ key: "a", name: "Skolor", cells }],
});

const hatches = (svg: string) => svg.match(/<rect[^>]*>/g) ?? [];

test("a line stops before a hidden cell and starts again after it", () => {
  const runs = toStatisticsRuns([shown(10), shown(20), hidden, shown(40)]);
  expect(runs.map((run) => run.map(({ position }) => position))).toEqual([[0, 1], [3]]);
});

test("a hidden cell is hatched at the same size in every place", () => {
  const bars = hatches(drawStatisticsBars(input([hidden, shown(90), hidden]), words).svg);
  const sizes = bars.slice(0, 2).map((rect) => /width="([\d.]+)" height="([\d.]+)"/.exec(rect)?.slice(1));
  expect(sizes[0]).toEqual(["56", "16"]);
  expect(sizes[1]).toEqual(sizes[0]);
  const [step] = hatches(drawStatisticsLines(input([shown(10), hidden, shown(90)]), words).svg);
  expect(step).toContain('width="24"');
});

test("a hidden cell is explained in drawing, table and CSV alike, and drawn from its neighbours nowhere", () => {
  const chart = drawStatisticsBars(input([shown(34), hidden]), words);
  expect(chart.svg).toContain(words.hidden);
  expect(chart.svg).toContain("kv 1, Skolor: visas inte");
  expect(chart.table.rows).toEqual([
    ["kv 0", "34"],
    ["kv 1", "visas inte"],
  ]);
  expect(chartToCsv(chart.table)).toContain("kv 1;visas inte");
});

test("without hidden cells nothing speaks of them", () => {
  expect(drawStatisticsLines(input([shown(1), shown(2)]), words).svg).not.toContain(words.hidden);
});

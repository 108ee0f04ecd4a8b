import { expect, test } from "vitest";
import { hiddenLanes, isHiddenInAll } from "./hidden-lanes.ts";
import type { StatisticsCell, StatisticsInput } from "./statistics-input.ts";

const shown: StatisticsCell = { kind: "shown", value: 1, text: "1" };
const hidden: StatisticsCell = { kind: "hidden", reason: "visas inte" };
const absent: StatisticsCell = { kind: "absent", reason: "ej tillämpligt" };

const input = (...lines: StatisticsCell[][]): StatisticsInput => ({
  title: "",
  caption: "",
  unit: "barn",
  axis: { from: 0, to: 1, ticks: [] },
  categoryLabel: "Kvartal",
  categories: [],
  series: lines.map((cells, index) => ({ key: String(index), name: "", cells })),
});

test("a line that is hidden where every line is has no lane for it", () => {
  expect(hiddenLanes(input([shown, hidden]))).toEqual([]);
});

test("each line that is hidden somewhere has a lane, with its steps", () => {
  const lanes = hiddenLanes(input([shown, shown, shown], [hidden, absent, hidden]));
  expect(lanes.map(({ index, positions }) => ({ index, positions }))).toEqual([
    { index: 1, positions: [0, 2] },
  ]);
});

test("a step is hatched over the plot only where no line shows", () => {
  const lines = input([shown, hidden], [hidden, hidden]);
  expect([0, 1].map((position) => isHiddenInAll(lines, position))).toEqual([false, true]);
});

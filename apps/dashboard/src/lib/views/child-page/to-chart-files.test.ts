import { expect, test } from "vitest";
import { day } from "#lib/behovskompass/history.test-support.ts";
import { parseChartFile, toChartFiles } from "./to-chart-files.ts";

const files = toChartFiles(
  {
    search: "?skattare=barn&nu=r2",
    currentId: "r2",
    days: [{ value: "r2", label: "10 jul 2026", date: day("2026-07-10") }],
  },
  "barn-1",
  null,
);

test("a chart's files carry the choice in their address, and a name that tells no one who the child is", () => {
  expect(files.kompass).toEqual({
    svg: "/barn/barn-1/behovskompass/kompass.svg?skattare=barn&nu=r2",
    csv: "/barn/barn-1/behovskompass/kompass.csv?skattare=barn&nu=r2",
    fileName: "kompass-2026-07-10",
    stepUpHref: null,
  });
});

test.each([
  ["kompass.svg", { name: "kompass", ending: "svg" }],
  ["over-tid.csv", { name: "over-tid", ending: "csv" }],
  ["kompass.png", null],
  ["kompass", null],
  ["kompass.svg.csv", null],
  ["../kompass.svg", null],
])("%s is read as %o", (name, expected) => {
  expect(parseChartFile(name)).toEqual(expected);
});

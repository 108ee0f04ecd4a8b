import { describe, expect, test } from "vitest";
import { messages } from "#lib/messages/sv/index.ts";
import { indexCells } from "./cell-index.ts";
import { aCell, aHead, aHistory, band, hidden, shown } from "./releases.test-support.ts";
import { toChartInput } from "./to-chart-inputs.ts";
import { toOverview } from "./to-overview.ts";

const Q1 = aHead(["2026Q1"]);
const Q2 = aHead(["2026Q2", "2025/2026"]);
const words = messages.statistics;

function overviewOf(...cells: ReturnType<typeof aCell>[]) {
  return toOverview(aHistory(Q1, Q2), indexCells(cells), "sv", words);
}

function changed(improved: string, declined: string, area: "trygghet" | "fritid" = "trygghet") {
  const at = { table: "change", area, rater: "barn" } as const;
  return [
    aCell("change_improved", "2025/2026", band(improved), at),
    aCell("change_declined", "2025/2026", band(declined), at),
  ];
}

describe("the sentence", () => {
  test("says how it goes, with what has changed", () => {
    const { sentence } = overviewOf(
      aCell("upptackarkort", "2026Q2", shown(143)),
      aCell("upptackarkort", "2026Q1", shown(131)),
      aCell("upptackarkort", "2025Q2", shown(150)),
      aCell("barnsamtal", "2026Q2", shown(98)),
      aCell("uppfoljning", "2026Q2", shown(120)),
      aCell("uppfoljning_forsenad", "2026Q2", shown(14)),
      aCell("behov_uppfyllt", "2026Q2", shown(0)),
    );
    expect(sentence).toBe(
      "Under andra kvartalet 2026 fick 143 barn ett Upptäckarkort, 12 fler än kvartalet före och 7 färre än samma kvartal året före. 98 barn hade ett Barnsamtal. 120 barn följdes upp, och för 14 dröjde uppföljningen. För inget barn avslutades stödet med att behoven är uppfyllda.",
    );
  });

  test("says which numbers are not shown, and no number near them", () => {
    const { sentence } = overviewOf(
      aCell("upptackarkort", "2026Q2", hidden),
      aCell("upptackarkort", "2026Q1", shown(131)),
      aCell("barnsamtal", "2026Q2", hidden),
      aCell("behov_uppfyllt", "2026Q2", hidden),
    );
    expect(sentence).toContain("visas inte, för att inget enskilt barn ska kunna kännas igen");
    expect(sentence).toContain(
      "Antalet Upptäckarkort, Barnsamtal och avslut där behoven är uppfyllda visas inte",
    );
    expect(sentence).not.toMatch(/131|fler|färre/);
  });

  test("says none for zero, which is shown", () => {
    const { sentence } = overviewOf(
      aCell("upptackarkort", "2026Q2", shown(0)),
      aCell("barnsamtal", "2026Q2", shown(0)),
    );
    expect(sentence).toBe(
      "Under andra kvartalet 2026 fick inget barn ett Upptäckarkort. Inget barn hade ett Barnsamtal.",
    );
  });

  test("counts an area as better only where the bands do not overlap", () => {
    const { sentence, change } = overviewOf(
      ...changed("40-49", "20-29"),
      ...changed("30-39", "30-39", "fritid"),
    );
    expect(change).toMatchObject({ better: 1, worse: 0, shown: 2 });
    expect(sentence).toContain("fler som förbättrats än som gått tillbaka i 1 av 2 områden.");
  });
});

describe("a figure", () => {
  test("tells no difference from a hidden number", () => {
    const [cards] = overviewOf(
      aCell("upptackarkort", "2026Q2", shown(143)),
      aCell("upptackarkort", "2026Q1", hidden),
    ).figures;
    expect(cards).toMatchObject({ sinceQuarter: { kind: "hidden" }, sinceYear: { kind: "none" } });
  });

  test("tells no difference to a hidden number", () => {
    const [cards] = overviewOf(
      aCell("upptackarkort", "2026Q2", hidden),
      aCell("upptackarkort", "2026Q1", shown(131)),
    ).figures;
    expect(cards).toMatchObject({ cell: { kind: "hidden" }, sinceQuarter: { kind: "none" } });
  });
});

describe("a chart", () => {
  test("has an axis that depends on the shown numbers alone", () => {
    const axisWith = (cell: typeof hidden) =>
      toChartInput(
        "over-tid",
        overviewOf(aCell("upptackarkort", "2026Q1", shown(12)), aCell("upptackarkort", "2026Q2", cell))
          .chartSource,
      ).axis;
    expect(axisWith(hidden).to).toBe(15);
    expect(axisWith(shown(143)).to).toBe(150);
  });

  test("hides a hidden step and keeps the order of the process", () => {
    const { categories, series } = toChartInput(
      "flode",
      overviewOf(aCell("upptackarkort", "2026Q2", shown(9)), aCell("beslut", "2026Q2", hidden)).chartSource,
    );
    expect(categories.map(({ name }) => name)[7]).toBe("8\u00a0Behov uppfyllt");
    expect(series[0]?.cells.map(({ kind }) => kind)).toEqual([
      "shown",
      "absent",
      "absent",
      "hidden",
      "absent",
      "absent",
      "absent",
      "absent",
    ]);
  });
});

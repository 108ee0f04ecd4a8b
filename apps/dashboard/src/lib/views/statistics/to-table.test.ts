import { describe, expect, test } from "vitest";
import { indexCells } from "./cell-index.ts";
import { aCell, aHead, aHistory, hidden, shown } from "./releases.test-support.ts";
import { readTableChoice } from "./table-choice.ts";
import { toTable } from "./to-table.ts";

const history = aHistory(aHead(["2025Q4", "2025"]));
const unit = (code: string, cell: typeof hidden, at = {}) =>
  aCell("upptackarkort", "2025Q4", cell, { unit: code, ...at });

function tableOf(query: string, ...cells: ReturnType<typeof aCell>[]) {
  const choice = readTableChoice(new URLSearchParams(query), history);
  const table = toTable(choice, history, indexCells(cells), "/statistik", "sv");
  if (table === null) throw new Error("no table");
  return table;
}

describe("a table by unit", () => {
  test("stands by name, whatever the numbers are", () => {
    const { rows } = tableOf("niva=enhet", unit("SKO1", shown(3)), unit("SKO2", shown(90)));
    expect(rows.map(({ name }) => name)).toEqual(["Berga skola", "Ängsskolan"]);
    const turned = tableOf("niva=enhet", unit("SKO1", shown(90)), unit("SKO2", hidden));
    expect(turned.rows.map(({ name }) => name)).toEqual(["Berga skola", "Ängsskolan"]);
  });

  test("has nothing of a hidden number but that it is hidden", () => {
    const { rows, hiddenCount, cellCount } = tableOf(
      "niva=enhet",
      unit("SKO1", hidden),
      unit("SKO2", shown(7)),
    );
    expect(rows[0]?.cells).toEqual([{ kind: "hidden" }]);
    expect({ hiddenCount, cellCount }).toEqual({ hiddenCount: 1, cellCount: 2 });
  });

  test("shows zero: a school that has not begun is no secret", () => {
    expect(tableOf("niva=enhet", unit("SKO1", shown(0))).rows[0]?.cells).toEqual([
      { kind: "shown", text: "0", children: null },
    ]);
  });

  test("leaves out measures and places the release does not have at that level", () => {
    const { rows, columns } = tableOf("niva=enhet", unit("SKO1", shown(5)));
    expect(columns.map(({ key }) => key)).toEqual(["upptackarkort"]);
    expect(rows).toHaveLength(1);
  });
});

describe("the way from a hidden number", () => {
  const wayOf = (query: string, ...cells: ReturnType<typeof aCell>[]) =>
    tableOf(query, ...cells).rows.find(({ key }) => key === "SKO1")?.way ?? null;
  const young = { ageGroup: "7-12" };

  test("leads to all ages together first", () => {
    const way = wayOf(
      "niva=enhet&alder=7-12",
      unit("SKO1", hidden, young),
      unit("SKO1", shown(8)),
      aCell("upptackarkort", "2025", shown(20), { unit: "SKO1" }),
    );
    expect(way?.to).toBe("ages");
    expect(way?.href).toBe("/statistik?tabell=steg&niva=enhet&period=2025Q4#rad-SKO1");
  });

  test("then to the whole year of the same school", () => {
    const way = wayOf(
      "niva=enhet",
      unit("SKO1", hidden),
      aCell("upptackarkort", "2025", shown(20), { unit: "SKO1" }),
      unit("omrade-norr", shown(40)),
    );
    expect(way).toMatchObject({ to: "year", name: "2025" });
    expect(way?.href).toContain("period=2025#rad-SKO1");
  });

  test("then to the område around it, and last to the kommun", () => {
    expect(wayOf("niva=enhet", unit("SKO1", hidden), unit("omrade-norr", shown(40)))).toMatchObject({
      to: "omrade",
      name: "Norr",
    });
    const whole = aCell("upptackarkort", "2025Q4", shown(80));
    const way = wayOf("niva=enhet", unit("SKO1", hidden), unit("omrade-norr", hidden), whole);
    expect(way?.to).toBe("kommun");
    expect(way?.href).toMatch(/niva=alder.*#rad-upptackarkort$/);
  });

  test("is not offered where the coarser number is hidden too", () => {
    expect(wayOf("niva=enhet", unit("SKO1", hidden), aCell("upptackarkort", "2025Q4", hidden))).toBeNull();
  });

  test("prefers the table that shows all that is hidden in the row over a nearer one that shows some", () => {
    const talks = (code: string, cell: typeof hidden, period = "2025Q4") =>
      aCell("barnsamtal", period, cell, { unit: code });
    const way = wayOf(
      "niva=enhet",
      unit("SKO1", hidden),
      talks("SKO1", hidden),
      aCell("upptackarkort", "2025", shown(20), { unit: "SKO1" }),
      talks("SKO1", hidden, "2025"),
      unit("omrade-norr", shown(40)),
      talks("omrade-norr", shown(30)),
    );
    expect(way?.to).toBe("omrade");
  });
});

test("says what the release left out at this level, and not what it left out at a finer one", () => {
  const thin = aHistory(
    aHead(["2025Q4"], {
      withheld: [
        {
          table: "uptake",
          metric: "barnsamtal",
          level: "unit",
          periods: ["2025Q4"],
          area: null,
          rater: null,
          reason: "too_thin",
        },
      ],
    }),
  );
  const at = (query: string) =>
    toTable(readTableChoice(new URLSearchParams(query), thin), thin, indexCells([]), "/statistik", "sv");
  expect(at("niva=enhet")?.withheld).toEqual(["Barnsamtal"]);
  expect(at("niva=omrade")?.withheld).toEqual([]);
});

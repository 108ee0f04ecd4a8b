import { expect, it } from "vitest";
import { A_RELEASE } from "./a-release.test-support.ts";
import { cellText } from "./cell-words.ts";
import { crossTables } from "./cross-table.ts";
import { summarySentence } from "./key-figures.ts";

const tables = crossTables(A_RELEASE);

it("lays out every cell of the release once", () => {
  const laidOut = tables.flatMap(({ rows }) =>
    rows.flatMap(({ cells }) => cells.filter((cell) => cell !== null)),
  );
  expect(laidOut).toHaveLength(A_RELEASE.cells.length);
  expect(new Set(laidOut)).toEqual(new Set(A_RELEASE.cells));
});

it("puts the whole kommun in one table of steps, all ages before the groups", () => {
  const [steps] = tables;
  expect(steps?.common.map(({ text }) => text)).toEqual(["Exempelstad", "första kvartalet 2026"]);
  expect(steps?.columns.map(({ text }) => text)).toEqual(["alla åldrar", "0–2,5 år", "1–6 år"]);
  expect(steps?.rows.map(({ keys }) => keys[0])).toEqual(["Upptäckarkort", "Barnsamtal", "Uppföljningar"]);
  const texts = steps?.rows[0]?.cells.map((cell) => (cell === null ? null : cellText(cell, "sv")));
  expect(texts).toEqual(["42", "visas inte", "12"]);
});

it("lists each område by name with its units by name", () => {
  const [, cards] = tables;
  expect(cards?.common.map(({ text }) => text)).toEqual(["Upptäckarkort", "första kvartalet 2026"]);
  expect(cards?.rows.map(({ keys }) => keys[0])).toEqual(["Ingen enhet", 'Väst; "nya"', "=Skolan"]);
});

it("writes means with their decimal, shares as per cent and bands in words", () => {
  const texts = A_RELEASE.cells.slice(8).map((cell) => cellText(cell, "sv"));
  expect(texts).toEqual([
    "3,0",
    "minst 4,5",
    "ej tillämpligt",
    "20–29 %",
    "högst 20 %",
    "visas inte",
    "18,5",
  ]);
});

it("begins with a sentence that says only what is shown", () => {
  expect(summarySentence(A_RELEASE)).toBe(
    "Under första kvartalet 2026 skrevs Upptäckarkort för 42 barn och 38 barn hade ett Barnsamtal. 3 tal i utgåvan visas inte, för att inget barn ska kännas igen.",
  );
  const none = { ...A_RELEASE, cells: [] };
  expect(summarySentence(none)).toContain("för få barn i Exempelstad");
});

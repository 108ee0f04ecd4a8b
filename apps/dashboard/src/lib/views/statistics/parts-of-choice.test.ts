import { expect, test } from "vitest";
import { partsOfChoice } from "./parts-of-choice.ts";
import { aHead, aHistory } from "./releases.test-support.ts";
import { readTableChoice } from "./table-choice.ts";

const Q3 = aHead(["2025Q3"]);
const Q4 = aHead(["2025Q4", "2025"]);
const history = aHistory(Q3, Q4);
const partsOf = (query: string) =>
  partsOfChoice(readTableChoice(new URLSearchParams(query), history), history);

test("a table of units reads the levels above it too, and the year around its quarter", () => {
  expect(partsOf("niva=enhet&period=2025Q3")).toEqual([
    { releaseId: Q3.id, tables: ["uptake"], levels: ["kommun", "omrade", "unit"] },
    { releaseId: Q4.id, tables: ["uptake"], levels: ["kommun", "omrade", "unit"] },
  ]);
});

test("a release that holds both is read once, and no finer than is shown", () => {
  expect(partsOf("niva=alder&period=2025Q4")).toEqual([
    { releaseId: Q4.id, tables: ["uptake"], levels: ["kommun"] },
  ]);
});

test("a table no release has yet is not read", () => {
  expect(partsOf("tabell=ledtider")).toEqual([]);
});

import { describe, expect, test } from "vitest";
import { aHead, aHistory } from "./releases.test-support.ts";
import { ageChoices, choiceHref, readTableChoice } from "./table-choice.ts";

const history = aHistory(aHead(["2026Q2", "2025/2026"]), aHead(["2025Q4", "2025"]));
const read = (query: string) => readTableChoice(new URLSearchParams(query), history);

describe("the table in the address", () => {
  test("is the steps of the whole kommun in the latest quarter when nothing is chosen", () => {
    expect(read("")).toMatchObject({ tabell: "steg", niva: "alder", alder: "alla", period: "2026Q2" });
  });

  test("keeps to what the table has: lead times are of the kommun and a läsår", () => {
    expect(read("tabell=ledtider&niva=enhet&period=2026Q2")).toMatchObject({
      niva: "alder",
      period: "2025/2026",
    });
  });

  test("gives way to the nearest that exists when somebody writes nonsense", () => {
    expect(read("tabell=betyg&niva=barn&alder=99&period=1812Q1&skattare=rektor&behov=allt")).toEqual({
      tabell: "steg",
      niva: "alder",
      alder: "alla",
      period: "2026Q2",
      skattare: "barn",
      behov: "omsorg",
    });
  });

  test("comes back the same through a link", () => {
    const choice = read("tabell=forandring&niva=omrade&period=2025/2026&skattare=barnteam&behov=fritid");
    const url = new URL(choiceHref("/statistik", choice, "tabell-vald"), "http://x");
    expect(readTableChoice(url.searchParams, history)).toEqual(choice);
    expect(url.hash).toBe("#tabell-vald");
  });
});

test("ages are chosen for a table of places, and stand side by side for the kommun", () => {
  expect(ageChoices({ tabell: "steg", niva: "enhet" })).toHaveLength(6);
  expect(ageChoices({ tabell: "steg", niva: "alder" })).toEqual(["alla"]);
  expect(ageChoices({ tabell: "medel", niva: "enhet" })).toEqual(["alla"]);
});

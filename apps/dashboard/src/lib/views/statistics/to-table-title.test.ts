import { expect, test } from "vitest";
import { messages } from "#lib/messages/sv/index.ts";
import type { TableChoice } from "./table-choice.ts";
import { toTableTitle } from "./to-table-title.ts";

const choice: TableChoice = {
  tabell: "steg",
  niva: "enhet",
  alder: "7-12",
  period: "2026Q1",
  skattare: "barn",
  behov: "fritid",
};

test("a table says everything that was chosen", () => {
  expect(toTableTitle(choice, "sv", messages.statistics)).toBe(
    "Stegen i processen, per enhet, 7–12 år, första kvartalet 2026",
  );
});

test("and nothing that the table does not depend on", () => {
  const byPlace = { ...choice, tabell: "forandring", niva: "omrade", period: "2025/2026" } as const;
  expect(toTableTitle(byPlace, "sv", messages.statistics)).toBe(
    "Förändring per område, per geografiskt område, barnets skattning, Fritid, läsåret 2025/2026",
  );
});

import { expect, it } from "vitest";
import { AGENDA_KINDS, AGENDAS } from "./agenda.ts";
import { TEAM_TYPES } from "./team-type.ts";

it("has one convenor in every Barnteam, and police only for 13-16", () => {
  expect(
    TEAM_TYPES.map(({ ageGroup, seats }) => [ageGroup, seats.filter(({ convenes }) => convenes).length]),
  ).toEqual([
    ["0-2,5", 1],
    ["1-6", 1],
    ["7-12", 1],
    ["13-16", 1],
  ]);
  const withPolice = TEAM_TYPES.filter(({ seats }) => seats.some(({ name }) => name.sv === "Polis"));
  expect(withPolice.map(({ ageGroup }) => ageGroup)).toEqual(["13-16"]);
  expect(TEAM_TYPES.every(({ seats }) => seats.some(({ name }) => name.sv === "Upptäckare"))).toBe(true);
});

it("has the items of the model's agendas, earlier children as item 2 of the Barnteam", () => {
  expect(AGENDA_KINDS.map((kind) => AGENDAS[kind].length)).toEqual([6, 9, 9, 4]);
  expect(AGENDAS.barnteam[1]?.title.sv).toBe("Barn vi har talat om tidigare");
  expect(AGENDAS.barnteam[2]?.parts).toHaveLength(6);
  expect(AGENDAS.individuellt_first[2]?.parts).toHaveLength(4);
});

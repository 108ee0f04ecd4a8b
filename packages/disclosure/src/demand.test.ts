import { expect, test } from "vitest";
import { type DemandInput, listDemands } from "./demand.ts";
import { parametersSchema, withDefaultInsiders } from "./parameters.ts";

const parameters = withDefaultInsiders(parametersSchema.parse({}), ["unit"]);

/** Units 0, 1 and 2 with two atoms each: 3 and 0, 20 and 4, 30 and 1. */
const given: DemandInput = {
  values: Int32Array.from([3, 0, 20, 4, 30, 1]),
  ceilings: [null, null, null, null, null, null],
  unitOf: [0, 0, 1, 1, 2, 2],
  parameters,
  atoms: [0, 1, 2, 3, 4, 5],
  crowded: [],
};

const known = (units: number[], child: number | null = null) => ({ units, child });

test("every small atom must be able to be four higher, to the staff of each other unit", () => {
  expect(listDemands(given)).toEqual([
    { atoms: [0], change: 4, knowledge: [known([1]), known([2])] },
    { atoms: [3], change: 4, knowledge: [known([0]), known([2]), known([], 2)] },
    { atoms: [5], change: 4, knowledge: [known([0]), known([1]), known([], 4)] },
  ]);
});

test("only atoms of released cells count, and only their units", () => {
  expect(listDemands({ ...given, atoms: [0, 1, 2] })).toEqual([
    { atoms: [0], change: 4, knowledge: [known([1])] },
  ]);
});

test("without insiders it must be possible to the public", () => {
  const unitOf = given.unitOf.map(() => null);
  const demands = listDemands({ ...given, unitOf, parameters: { ...parameters, insiders: null } });
  expect(demands.map(({ knowledge }) => knowledge)).toEqual([[known([])], [known([])], [known([])]]);
});

test("where zeros are protected, they must be able to be k", () => {
  const demands = listDemands({ ...given, parameters: { ...parameters, zeros: "protected" } });
  expect(demands.map(({ atoms, change }) => [atoms[0], change])).toEqual([
    [0, 4],
    [1, 5],
    [3, 4],
    [5, 4],
  ]);
});

test("the population is as high as a count need go", () => {
  const ceilings = [5, null, null, 4, null, null];
  expect(listDemands({ ...given, ceilings }).map(({ atoms, change }) => [atoms[0], change])).toEqual([
    [0, 2],
    [5, 4],
  ]);
});

test("P3: a crowded cell must be able to fall below the share, to the staff of units outside it", () => {
  const crowded = [
    { atoms: [2], population: 22 },
    { atoms: [2, 4], population: 55 },
  ];
  const demands = listDemands({ ...given, crowded }).slice(3);
  expect(demands).toEqual([
    { atoms: [2], change: -3, knowledge: [known([0]), known([2])] },
    { atoms: [2, 4], change: -7, knowledge: [known([0])] },
  ]);
  // Just below the share: nothing to ask.
  expect(listDemands({ ...given, crowded: [{ atoms: [2], population: 26 }] })).toHaveLength(3);
  // Well below it: nor then.
  expect(listDemands({ ...given, crowded: [{ atoms: [2], population: 100 }] })).toHaveLength(3);
});

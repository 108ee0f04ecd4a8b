import { expect, test } from "vitest";
import type { Claim } from "./claim.ts";
import { verifyWorlds } from "./verify.ts";

/**
 * Three units with one atom each, 3 + 20 + 30 = 53, and a fourth that is published. The total is published,
 * the three are not.
 */
const claim: Claim = {
  values: [3, 20, 30, 12],
  ceilings: [null, null, null, null],
  unitOf: [0, 1, 2, 3],
  nameOf: (atom) => `atom ${atom}`,
  released: [
    { atoms: [0, 1, 2, 3], value: 65 },
    { atoms: [0], value: null },
    { atoms: [1], value: null },
    { atoms: [2], value: null },
    { atoms: [3], value: 12 },
  ],
  k: 5,
  insiders: 1,
  worlds: [
    new Map([
      [0, 7],
      [1, 16],
    ]),
    new Map([
      [0, 7],
      [2, 26],
    ]),
  ],
};

const world = (...counts: [number, number][]) => new Map(counts);
const [first = world(), second = world()] = claim.worlds;

test("two worlds that move different units prove a small count safe from every insider", () => {
  expect(verifyWorlds(claim)).toEqual([]);
});

test("one world is not enough: the staff of the unit it moves know better", () => {
  expect(verifyWorlds({ ...claim, worlds: [first] })).toEqual([
    "atom 0 is not proven safe from insiders of unit 1",
  ]);
  expect(verifyWorlds({ ...claim, worlds: [first], insiders: 0 })).toEqual([]);
  expect(verifyWorlds({ ...claim, worlds: [], insiders: 0 })).toEqual([
    "atom 0 is not proven safe from insiders of unit ",
  ]);
});

test("against two who pool what they know, two worlds of one unit each are not enough", () => {
  expect(verifyWorlds({ ...claim, insiders: 2 })).toEqual([
    "atom 0 is not proven safe from insiders of unit 1 and 2",
  ]);
});

test("k - 1 more is needed, not one less", () => {
  const short = world([0, 6], [1, 17]);
  expect(verifyWorlds({ ...claim, worlds: [short, second] })).toEqual([
    "atom 0 is not proven safe from insiders of unit 2",
  ]);
  expect(verifyWorlds({ ...claim, worlds: [short, world([0, 6], [2, 27])], k: 4 })).toEqual([]);
});

test("a world that changes a published cell is no world", () => {
  expect(verifyWorlds({ ...claim, worlds: [first, second, world([0, 7])] })).toEqual(["world 2 changes 65"]);
  expect(verifyWorlds({ ...claim, worlds: [first, second, world([0, 7], [3, 8])] })).toEqual([
    "world 2 changes 12",
  ]);
});

test("a world of fractions, of fewer than none or of more than there are is no world", () => {
  const half = world([0, 7.5], [1, 15.5]);
  expect(verifyWorlds({ ...claim, worlds: [first, second, half] })).toEqual([
    "world 2 has 7.5 in atom 0",
    "world 2 has 15.5 in atom 1",
  ]);
  const negative = world([0, 24], [1, -1]);
  expect(verifyWorlds({ ...claim, worlds: [first, second, negative] })).toEqual(["world 2 has -1 in atom 1"]);
  const ceilings = [6, null, null, null];
  expect(verifyWorlds({ ...claim, ceilings })).toEqual([
    "world 0 has 7 in atom 0",
    "world 1 has 7 in atom 0",
  ]);
});

test("a world may empty an atom", () => {
  const empty = world([0, 23], [1, 0]);
  expect(verifyWorlds({ ...claim, worlds: [first, second, empty] })).toEqual([]);
});

test("where the population is larger, k - 1 more is enough and still needed", () => {
  const ceilings = [20, null, null, null];
  expect(verifyWorlds({ ...claim, ceilings })).toEqual([]);
  const short = [world([0, 6], [1, 17]), world([0, 6], [2, 27])];
  expect(verifyWorlds({ ...claim, ceilings, worlds: short })).toHaveLength(3);
});

test("without insiders no unit is anybody's, and one world is enough", () => {
  const unitOf = [null, null, null, null];
  expect(verifyWorlds({ ...claim, unitOf, worlds: [first] })).toEqual([]);
});

test("where the population is smaller than k - 1 more, reaching it is enough", () => {
  const worlds = [world([0, 6], [1, 17]), world([0, 6], [2, 27])];
  expect(verifyWorlds({ ...claim, ceilings: [6, null, null, null], worlds })).toEqual([]);
  expect(verifyWorlds({ ...claim, ceilings: [3, null, null, null], worlds: [] })).toEqual([]);
});

test("a published number that is not the sum of its atoms is told", () => {
  const released = [...claim.released, { atoms: [1, 3], value: 33 }];
  expect(verifyWorlds({ ...claim, released, worlds: [] })).toContain("33 is not the sum of its atoms");
});

test("0 and k need no proof, 1 and k - 1 do", () => {
  const released = [{ atoms: [0], value: null }];
  const open = (value: number) =>
    verifyWorlds({ ...claim, values: [value, 20, 30, 12], released, worlds: [] }).length;
  expect([0, 1, 4, 5].map(open)).toEqual([0, 1, 1, 0]);
});

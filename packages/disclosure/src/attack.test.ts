import { beforeAll, describe, expect, test } from "vitest";
import { attackControls, attackMunicipality } from "../attack/attack-municipality.ts";
import { shapeOf } from "../attack/shapes.ts";
import { openSolver, type Solver } from "./solver.ts";

let solver: Solver;
beforeAll(async () => {
  solver = await openSolver();
});

/** The shapes of the whole attack, a fifth as large; `pnpm attack` runs 500 at full size. */
const SCALE = 0.2;
const MINUTE = 60_000;

const nothing = {
  toAnybody: 0,
  toInsiders: 0,
  subtractions: 0,
  unionsDisclosed: 0,
  toParents: 0,
  worldsRuledOut: 0,
  certificateFailures: 0,
};

describe("a year of releases, and everything an outsider or the staff of one unit can do with them", () => {
  test.each([
    ["as they come", shapeOf(11, SCALE)],
    ["sparse", { ...shapeOf(3, SCALE), areas: 3, density: 0.6 }],
    ["dense", { ...shapeOf(4, SCALE), density: 12 }],
    ["with empty quarters", { ...shapeOf(5, SCALE), emptyQuarters: true }],
    ["with områden of one unit", { ...shapeOf(6, SCALE), lonelyAreas: true }],
    ["with all children in one unit", { ...shapeOf(7, SCALE), allInOneUnit: true }],
    ["with two units", { ...shapeOf(8, SCALE), units: 2, areas: 1 }],
    ["with one unit", { ...shapeOf(9, SCALE), units: 1, areas: 1 }],
  ])(
    "%s: nothing is disclosed",
    (_, shape) => {
      const report = attackMunicipality(solver, shape, 1250);
      expect(report).toMatchObject(nothing);
      expect(report.sensitive).toBeGreaterThan(0);
    },
    MINUTE,
  );
});

test(
  "the same attacks break releases made badly on purpose",
  () => {
    const { cumulative, ...broken } = attackControls(solver, {
      seed: 2,
      units: 12,
      areas: 3,
      ages: 3,
      quarters: 4,
      density: 6,
    });
    for (const [control, count] of Object.entries(broken)) expect(count, control).toBeGreaterThan(0);
    expect(cumulative.exact).toBeGreaterThan(cumulative.small / 5);
  },
  MINUTE,
);

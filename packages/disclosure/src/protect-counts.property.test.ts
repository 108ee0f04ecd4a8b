import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { highestPossible } from "../attack/brute-force.ts";
import { publicView, trueValues } from "../attack/public-view.ts";
import { COUNT_HEADER, countLines, townLattice } from "../attack/town.ts";
import { readCounts } from "./counts.ts";
import { parseLattice } from "./lattice.ts";
import { unknownPopulation } from "./population.ts";
import { releaseCounts } from "./release-counts.ts";
import type { EarlierRelease } from "./series.ts";
import { openSolver, type Solver } from "./solver.ts";

let solver: Solver;
beforeAll(async () => {
  solver = await openSolver();
});

const quarters = ["2026Q1", "2026Q2"];

/** Two or three units in one or two områden, one or two age groups, two quarters and their year. */
const towns = fc
  .record({
    areas: fc.constantFrom(
      { norr: ["a", "b"] },
      { norr: ["a", "b", "c"] },
      { norr: ["a"], soder: ["b", "c"] },
    ),
    ages: fc.constantFrom(["x"], ["x", "y"]),
    insiders: fc.constantFrom(0, 1),
    k: fc.constantFrom(3, 5),
    numbers: fc.array(fc.oneof(fc.nat(4), fc.nat(12)), { minLength: 12, maxLength: 12 }),
  })
  .map(({ areas, ages, insiders, k, numbers }) => {
    const units = Object.values(areas).flat();
    const lattice = townLattice({
      areas,
      ages,
      quarters,
      parameters: { k, insiders: { dimension: "unit", count: insiders } },
    });
    const atoms = units.flatMap((unit) =>
      ages.flatMap((age) => quarters.map((quarter) => `${unit} ${age} ${quarter}`)),
    );
    return { lattice, units, k, insiders, rows: atoms.map((atom, i) => `${atom} ${numbers[i] ?? 0}`) };
  });

test("no small count can be held below k - 1 more than it is, by anybody who can try every number", () => {
  fc.assert(
    fc.property(towns, ({ lattice: json, units, k, insiders, rows }) => {
      const lattice = parseLattice(json);
      const lines = countLines(rows);
      const counts = readCounts(lattice, COUNT_HEADER, lines);
      const earlier: EarlierRelease[] = [];
      for (const periods of [["2026Q1"], ["2026Q2", "2026"]]) {
        const population = unknownPopulation(lattice);
        const done = releaseCounts(solver, {
          lattice,
          counts,
          population,
          earlier,
          periods,
          key: "property",
        });
        earlier.push({ release: { name: periods.join(), cells: done.cells }, certificate: done.certificate });
      }
      const view = publicView(
        json,
        earlier.map(({ release }) => release),
      );
      const values = trueValues(view, COUNT_HEADER, lines);
      for (const [atom, name] of view.atoms.entries()) {
        const value = values[atom] ?? 0;
        if (value === 0 || value >= k) continue;
        const readers = insiders === 0 ? [] : units.filter((unit) => !name.startsWith(`${unit}\t`));
        for (const reader of ["", ...readers]) {
          const known = view.atoms.flatMap((other, i) => (other.startsWith(`${reader}\t`) ? [i] : []));
          const highest = highestPossible(view, values, atom, new Set(known), value + k - 1);
          expect(highest, `${name} to ${reader}`).toBe(value + k - 1);
        }
      }
    }),
    { numRuns: 60, seed: 20260101 },
  );
}, 60_000);

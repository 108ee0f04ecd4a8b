import { beforeAll, expect, test } from "vitest";
import { COUNT_HEADER, countLines, type Town, townLattice } from "../attack/town.ts";
import { readCertificate } from "./certificate.ts";
import { readCounts } from "./counts.ts";
import { expectationText } from "./expectation.ts";
import { InputFaults } from "./fault.ts";
import { parseLattice } from "./lattice.ts";
import { unknownPopulation } from "./population.ts";
import { releaseCounts } from "./release-counts.ts";
import type { EarlierRelease } from "./series.ts";
import { openSolver, type Solver } from "./solver.ts";
import { verifyReleases } from "./verify-releases.ts";

let solver: Solver;
beforeAll(async () => {
  solver = await openSolver();
});

const town: Town = {
  areas: { norr: ["a", "b", "c"], soder: ["d", "e"] },
  ages: ["x", "y"],
  quarters: ["2026Q1", "2026Q2", "2026Q3", "2026Q4"],
};
const COUNTS = "a b c d e"
  .split(" ")
  .flatMap((unit, u) =>
    ["x", "y"].flatMap((age, g) =>
      town.quarters.map((quarter, q) => `${unit} ${age} ${quarter} ${(3 * u + 5 * g + 4 * q) % 17}`),
    ),
  );

function release(
  periods: string[],
  earlier: readonly EarlierRelease[],
  given: Partial<Town> = {},
  rows = COUNTS,
): EarlierRelease {
  const lattice = parseLattice(townLattice({ ...town, ...given }));
  const counts = readCounts(lattice, COUNT_HEADER, countLines(rows));
  const population = unknownPopulation(lattice);
  const done = releaseCounts(solver, { lattice, counts, population, earlier, periods, key: "k" });
  // Through JSON and back, as a file would.
  const certificate = readCertificate("certificate", JSON.parse(JSON.stringify(done.certificate)));
  return { release: { name: periods.join("+"), cells: done.cells }, certificate };
}

function refusal(work: () => unknown): string[] {
  try {
    work();
    return [];
  } catch (error) {
    if (!(error instanceof InputFaults)) throw error;
    return error.faults.map(
      ({ row, column, value, expected }) => `${row} ${column} "${value}": ${expectationText(expected)}`,
    );
  }
}

const verify = (releases: readonly EarlierRelease[], rows = COUNTS) => {
  const lattice = parseLattice(townLattice(town));
  return verifyReleases(lattice, readCounts(lattice, COUNT_HEADER, countLines(rows)), releases);
};

test("four quarters and their year, one after another, are proven together and each by itself", () => {
  const q1 = release(["2026Q1"], []);
  const q2 = release(["2026Q2"], [q1]);
  const q3 = release(["2026Q3"], [q1, q2]);
  const q4 = release(["2026Q4", "2026"], [q3, q1, q2]);
  expect(verify([q1]).failures).toEqual([]);
  expect(verify([q1, q2, q3, q4]).failures).toEqual([]);
  expect(verify([q1, q2, q3, q4]).sensitive).toBeGreaterThan(verify([q1]).sensitive);
  // The last certificate speaks of all releases: the earlier ones may be lost.
  const published = [q1, q2, q3].map((earlier) => ({ ...earlier, certificate: null }));
  expect(verify([...published, q4]).failures).toEqual([]);
});

test("without its certificate, or with a single world of it, a release is not proven", () => {
  const q1 = release(["2026Q1"], []);
  expect(verify([{ ...q1, certificate: null }]).failures.length).toBeGreaterThan(0);
  if (q1.certificate === null) throw new Error("no certificate");
  const single = { ...q1.certificate, worlds: q1.certificate.worlds.slice(0, 1) };
  expect(verify([{ ...q1, certificate: single }]).failures.length).toBeGreaterThan(0);
});

test("a published number that was changed afterwards is refused", () => {
  const q1 = release(["2026Q1"], []);
  const cells = q1.release.cells.map(({ codes, cell }) =>
    cell.status === "published" && codes[0] === "staden"
      ? { codes, cell: { ...cell, value: cell.value + 1 } }
      : { codes, cell },
  );
  expect(refusal(() => verify([{ ...q1, release: { ...q1.release, cells } }])).join()).toContain(
    "as published",
  );
});

test("a count that changes after its quarter was released is named by its row", () => {
  const q1 = release(["2026Q1"], []);
  // a x 2026Q1 was 0 and b x 2026Q1 was 3; the sums of norr and of the town stay as they were.
  const rows = COUNTS.map((row) =>
    row.replace("a x 2026Q1 0", "a x 2026Q1 1").replace("b x 2026Q1 3", "b x 2026Q1 2"),
  );
  const refused = refusal(() => release(["2026Q2"], [q1], {}, rows));
  expect(refused).toContain('2 count "1": 0 for a,x,2026Q1: a released period never changes');
  expect(refused).toContain('10 count "2": 3 for b,x,2026Q1: a released period never changes');
});

test("a unit that moves to another område between releases is refused", () => {
  const q1 = release(["2026Q1"], []);
  const moved = { areas: { norr: ["a", "b"], soder: ["c", "d", "e"] } };
  expect(refusal(() => release(["2026Q2"], [q1], moved))).toEqual([
    'null dimensions.unit.parents.c "soder": norr, as in an earlier release',
  ]);
});

test("a unit that is gone is refused, one that opens is welcome", () => {
  const q1 = release(["2026Q1"], []);
  const fewer = { areas: { norr: ["a", "b", "c"], soder: ["d"] } };
  const rows = COUNTS.filter((row) => !row.startsWith("e"));
  expect(refusal(() => release(["2026Q2"], [q1], fewer, rows)).length).toBeGreaterThan(0);
  const more = { areas: { norr: ["a", "b", "c"], soder: ["d", "e", "f"] } };
  const opened = release(["2026Q2"], [q1], more, [...COUNTS, "f x 2026Q2 2"]);
  expect(opened.certificate?.ceilings).toContainEqual([["f", "x", "2026Q1"], 0]);
  expect(refusal(() => release(["2026Q2"], [q1], more, [...COUNTS, "f x 2026Q1 2"]))).toEqual([
    '42 count "2": 0 for f,x,2026Q1: a released period never changes',
  ]);
});

test("rules that change between releases are refused", () => {
  const q1 = release(["2026Q1"], []);
  const refused = refusal(() => release(["2026Q2"], [q1], { parameters: { k: 3 } }));
  expect(refused).toHaveLength(1);
  expect(refused[0]).toContain("parameters");
});

test("an earlier release that is left out is asked for", () => {
  const q1 = release(["2026Q1"], []);
  const q2 = release(["2026Q2"], [q1]);
  expect(refusal(() => release(["2026Q3"], [q2])).join()).toContain(
    '"2026Q1": its release among the earlier ones',
  );
});

test("a period is released once, and a year only when all its quarters exist", () => {
  const q1 = release(["2026Q1"], []);
  expect(refusal(() => release(["2026Q1"], [q1])).join()).toContain("not released before");
  expect(refusal(() => release(["2026Q2", "2026Q2"], [q1])).join()).toContain("each one once");
  expect(refusal(() => release(["2027Q1"], [q1])).join()).toContain("a period of the lattice");
  const early = COUNTS.filter((row) => !row.includes("2026Q4"));
  expect(refusal(() => release(["2026Q2", "2026"], [q1], {}, early)).join()).toContain(
    "2026Q4 is neither released",
  );
  // An empty quarter exists when it is named, or when a line says 0.
  const empty = [...early, "a x 2026Q4 0"];
  expect(refusal(() => release(["2026Q2", "2026"], [q1], {}, empty))).toEqual([]);
});

test("a year that was released may get no fifth quarter", () => {
  const three = town.quarters.slice(0, 3);
  const early = COUNTS.filter((row) => !row.includes("2026Q4"));
  const year = release([...three, "2026"], [], { quarters: three }, early);
  expect(refusal(() => release(["2026Q4"], [year])).join()).toContain("as when it was released");
});

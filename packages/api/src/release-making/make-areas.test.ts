import { openSolver, type Solver } from "@kompassen/disclosure";
import { fraction, localDate } from "@kompassen/domain/shared";
import {
  buildPlaces,
  CHANGE_GROUPS,
  type LastChange,
  type LastRating,
  lasarOf,
  type StatisticsCell,
} from "@kompassen/domain/statistics";
import { beforeAll, describe, expect, it } from "vitest";
import { makeChanges, makeRatings } from "./make-areas.ts";
import type { MadeTable } from "./table-cells.ts";

const KOMMUN = "9108";
const LASAR = lasarOf(localDate("2026-01-01"));
const places = buildPlaces({
  kommun: { code: KOMMUN, name: "Prövland" },
  omraden: [
    { id: "n", name: "Norr" },
    { id: "s", name: "Söder" },
  ],
  units: [
    { code: "A", name: "A", omradeId: "n" },
    { code: "B", name: "B", omradeId: "n" },
    { code: "C", name: "C", omradeId: "s" },
    { code: "D", name: "D", omradeId: "s" },
  ],
});
const request = {
  kommun: KOMMUN,
  places,
  lasar: LASAR,
  area: "trygghet",
  rater: "barn",
  isThin: false,
  key: "k",
} as const;

let solver: Solver;
beforeAll(async () => {
  solver = await openSolver();
});

const MANY = { A: 20, B: 20, C: 20, D: 0 };
const FEW_IN_C = { A: 20, B: 18, C: 3, D: 0 };

function ratings(counts: Readonly<Record<string, number>> = FEW_IN_C): LastRating[] {
  return Object.entries(counts).flatMap(([unit, count]) =>
    Array.from({ length: count }, (_, i): LastRating => {
      const score = 1 + (i % 5);
      return {
        area: "trygghet",
        rater: "barn",
        unit,
        ageGroup: i % 2 === 0 ? "7-12" : "13-16",
        score: fraction(score),
        needsStrengthening: score <= 3,
      };
    }),
  );
}

function find(
  tables: readonly MadeTable[],
  metric: string,
  unit: string,
  ageGroup = "alla",
): StatisticsCell | undefined {
  const cells = tables.flatMap((table) => table.cells);
  return cells.find(({ cell }) => cell.metric === metric && cell.unit === unit && cell.ageGroup === ageGroup)
    ?.cell.cell;
}

describe("ratings of an area", () => {
  it("are told of ten children or more, with one decimal, and of nobody as not applicable", () => {
    const many = makeRatings(solver, request, ratings(MANY));
    for (const unit of [KOMMUN, "omrade-norr", "omrade-soder", "A", "B", "C"])
      expect(find(many, "mean_score", unit), unit).toEqual({ status: "published", value: 3 });
    const made = makeRatings(solver, request, ratings());
    expect(find(made, "mean_score", "C")).toEqual({ status: "protected" });
    expect(find(made, "mean_score", "omrade-soder")).toEqual({ status: "protected" });
    expect(find(made, "mean_score", "D")).toEqual({ status: "not_applicable" });
    expect(find(made, "mean_score", KOMMUN, "1-6")).toEqual({ status: "not_applicable" });
  });

  it("show a share only where they show the mean, and never a number of children", () => {
    const many = makeRatings(solver, request, ratings(MANY));
    expect(find(many, "share_needs_strengthening", "A")).toEqual({ status: "band", band: "60-64" });
    const made = makeRatings(solver, request, ratings());
    for (const { unit, ageGroup, metric, cell } of made.flatMap(({ cells }) =>
      cells.map((one) => one.cell),
    )) {
      expect(cell).not.toHaveProperty("n");
      const mean = find(made, "mean_score", unit, ageGroup);
      if (metric === "share_needs_strengthening" && mean?.status === "protected")
        expect(cell, unit).toEqual({ status: "protected" });
    }
  });

  it("do not depend on the order of the rows", () => {
    const one = makeRatings(solver, request, ratings());
    expect(makeRatings(solver, request, ratings().toReversed())).toEqual(one);
  });

  it("stand for the kommun alone where there are few units, and the rest is said to be left out", () => {
    const [table] = makeRatings(solver, { ...request, isThin: true }, ratings());
    expect(new Set(table?.cells.map(({ cell }) => cell.unit))).toEqual(new Set([KOMMUN]));
    expect(new Set(table?.withheld.map(({ level, reason }) => `${level} ${reason}`))).toEqual(
      new Set(["omrade too_thin", "unit too_thin"]),
    );
  });
});

describe("changes in an area", () => {
  const changes = (): LastChange[] =>
    ratings().map(({ score, needsStrengthening: _, ...rest }) => ({
      ...rest,
      group: CHANGE_GROUPS[score.numerator % 4] ?? "unchanged",
    }));

  it("are four shares of the kommun, its ages and each område, hidden together", () => {
    const made = [makeChanges(request, changes())];
    expect(CHANGE_GROUPS.map((group) => find(made, `change_${group}`, KOMMUN)?.status)).not.toContain(
      "protected",
    );
    for (const unit of ["omrade-soder", "omrade-norr", KOMMUN]) {
      const states = new Set(
        CHANGE_GROUPS.map((group) => find(made, `change_${group}`, unit)?.status === "protected"),
      );
      expect(states.size, unit).toBe(1);
    }
    expect(find(made, "change_improved", "omrade-soder")).toEqual({ status: "protected" });
    expect(find(made, "change_improved", "A")).toBeUndefined();
  });
});

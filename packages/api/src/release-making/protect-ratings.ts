import {
  type CellTally,
  type Certificate,
  type MeansAudit,
  type ReleasedCell,
  releaseMeans,
  type Solver,
  Unprotectable,
} from "@kompassen/disclosure";
import { BARNTEAM_AGE_GROUPS } from "@kompassen/domain/people";
import type { Lasar, LastRating, PlaceLevel, ReleasePlace } from "@kompassen/domain/statistics";
import { countKey } from "./count-table.ts";
import { eachAtom, thinLevels, type WithheldLevel } from "./protect-counts.ts";
import { buildLattice } from "./series-lattice.ts";

export interface RatingsRequest {
  readonly kommun: string;
  readonly units: readonly ReleasePlace[];
  readonly lasar: Lasar;
  /** Of one area and one kind of rater: one score a child. */
  readonly ratings: readonly LastRating[];
  readonly isThin: boolean;
  /** What breaks ties; secret. */
  readonly key: string;
}

export interface ProtectedRatings {
  readonly cells: readonly ReleasedCell[];
  readonly withheld: readonly WithheldLevel[];
  readonly sealed: {
    readonly certificate: Certificate;
    readonly audit: MeansAudit;
    readonly tally: CellTally;
  } | null;
}

interface MeanLevels {
  readonly unit: PlaceLevel;
  readonly age_group: "all" | "age_group";
  readonly period: "lasar";
  readonly detail: "all";
}

const ALL_LEVELS: readonly MeanLevels[] = [
  { unit: "unit", age_group: "all", period: "lasar", detail: "all" },
  { unit: "omrade", age_group: "all", period: "lasar", detail: "all" },
  { unit: "kommun", age_group: "all", period: "lasar", detail: "all" },
  { unit: "kommun", age_group: "age_group", period: "lasar", detail: "all" },
];

/** Each läsår has one release and no number spans two, so it is protected by itself. */
export function protectRatings(solver: Solver, request: RatingsRequest): ProtectedRatings {
  const withheld = request.isThin ? thinLevels([request.lasar]) : [];
  const tries: readonly PlaceLevel[][] = request.isThin
    ? [["kommun"]]
    : [["kommun", "omrade", "unit"], ["kommun", "omrade"], ["kommun"]];
  for (const levels of tries) {
    try {
      return { ...protect(solver, request, levels), withheld };
    } catch (error) {
      if (!(error instanceof Unprotectable)) throw error;
      const level = levels.at(-1) ?? "kommun";
      withheld.push({ level, reason: "unprotectable", periods: [request.lasar] });
    }
  }
  return { cells: [], withheld, sealed: null };
}

interface Pile {
  readonly n: number;
  readonly sum: number;
  readonly lowest: number;
  readonly highest: number;
}

function protect(
  solver: Solver,
  { kommun, units, lasar, ratings, key }: RatingsRequest,
  levels: readonly PlaceLevel[],
): Omit<ProtectedRatings, "withheld"> {
  const lattice = buildLattice({
    kommun,
    units,
    ageGroups: BARNTEAM_AGE_GROUPS,
    details: [],
    periods: { [lasar]: null },
    periodLevels: ["lasar"],
    publish: ALL_LEVELS.filter(({ unit }) => levels.includes(unit)).map((level) => ({ ...level })),
    earlier: null,
  });
  const piles = pileUp(ratings, lasar);
  const ofAtoms = eachAtom(lattice, (unit, age, period) => piles.get(countKey(unit, age, period)) ?? null);
  const { cells, certificate, audit, tally } = releaseMeans(solver, {
    lattice,
    scores: {
      counts: {
        values: Int32Array.from(ofAtoms, (pile) => (pile === null ? 0 : pile.n)),
        periods: new Set([lasar]),
        rowOfAtom: new Map(),
      },
      sums: Float64Array.from(ofAtoms, (pile) => (pile === null ? 0 : pile.sum)),
      lowest: ofAtoms.map((pile) => (pile === null ? null : pile.lowest)),
      highest: ofAtoms.map((pile) => (pile === null ? null : pile.highest)),
    },
    earlier: [],
    periods: [lasar],
    key,
    countCells: null,
  });
  return { cells, sealed: { certificate, audit, tally } };
}

/** Scores by the finest place and age, added in one order so that the same rows give the same sums. */
function pileUp(ratings: readonly LastRating[], lasar: Lasar): Map<string, Pile> {
  const scores = ratings
    .map((rating) => ({
      key: countKey(rating.unit, rating.ageGroup, lasar),
      score: rating.score.numerator / rating.score.denominator,
    }))
    .toSorted((a, b) => a.score - b.score);
  const piles = new Map<string, Pile>();
  for (const { key, score } of scores) {
    const before = piles.get(key);
    const pile =
      before === undefined
        ? { n: 1, sum: score, lowest: score, highest: score }
        : { n: before.n + 1, sum: before.sum + score, lowest: before.lowest, highest: score };
    piles.set(key, pile);
  }
  return piles;
}

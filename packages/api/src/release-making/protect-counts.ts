import {
  type CellTally,
  type Certificate,
  type Counts,
  type CountsAudit,
  codesOfAtom,
  type EarlierRelease,
  type Lattice,
  latestLattice,
  type ReleasedCell,
  releaseCounts,
  type Solver,
  Unprotectable,
} from "@kompassen/disclosure";
import { ALL_AGES, type PlaceLevel, type WithheldReason } from "@kompassen/domain/statistics";
import { type CountTable, countKey } from "./count-table.ts";
import {
  buildLattice,
  PROTECTION,
  type PublishedLevels,
  periodParents,
  publishedLevels,
  thinPublished,
} from "./series-lattice.ts";

/** A level that was left out so that the rest could be shown, or because there is too little of it. */
export interface WithheldLevel {
  readonly level: PlaceLevel;
  readonly reason: WithheldReason;
  readonly periods: readonly string[];
}

/** One protected table. Only `cells` and `withheld` may be released. */
export interface ProtectedTable {
  readonly cells: readonly ReleasedCell[];
  readonly withheld: readonly WithheldLevel[];
  /** Null when nothing of the table could be released. */
  readonly sealed: {
    readonly certificate: Certificate;
    readonly audit: CountsAudit;
    readonly tally: CellTally;
    /** What each cell holds, by its codes as JSON. */
    readonly values: ReadonlyMap<string, number>;
  } | null;
}

export interface CountsRequest {
  readonly kommun: string;
  readonly table: CountTable;
  /** The quarters of the year that this release names. */
  readonly quarters: readonly string[];
  /** Whether the year is complete with them. */
  readonly isYearDue: boolean;
  readonly earlier: readonly EarlierRelease[];
  readonly isThin: boolean;
  readonly key: string;
}

/**
 * Protects one table of one calendar year beside its earlier releases. No cell spans two years, so other years
 * bind nothing. When the finest places cannot be protected they are left out, then the områden, then the table.
 */
export function protectCountTable(solver: Solver, request: CountsRequest): ProtectedTable {
  const { table, quarters } = request;
  const hasAges = table.ageGroups.some((group) => group !== ALL_AGES);
  const all = publishedLevels(table.finest, hasAges, table.details.length > 0);
  const first = request.isThin ? thinPublished(all) : all;
  const withheld = first.length < all.length ? thinLevels(quarters) : [];
  const periods = [...quarters, ...(isYearWhole(request) ? [table.year] : [])];
  for (const levels of coarser(first)) {
    try {
      return { ...protect(solver, request, levels, periods), withheld };
    } catch (error) {
      if (!(error instanceof Unprotectable)) throw error;
      withheld.push({ level: finestOf(levels), reason: "unprotectable", periods });
    }
  }
  return { cells: [], withheld, sealed: null };
}

/** What a kommun of a few units does without. */
export function thinLevels(periods: readonly string[]): WithheldLevel[] {
  return (["omrade", "unit"] as const).map((level) => ({ level, reason: "too_thin", periods }));
}

/** The year follows only where this table was released for each of its quarters. */
function isYearWhole({ table, quarters, isYearDue, earlier }: CountsRequest): boolean {
  const released = new Set(earlier.flatMap(({ certificate }) => certificate?.released ?? []));
  const whole = [1, 2, 3, 4].map((number) => `${table.year}Q${number}`);
  return isYearDue && whole.every((one) => quarters.includes(one) || released.has(one));
}

function coarser(levels: readonly PublishedLevels[]): PublishedLevels[][] {
  const steps = (["unit", "omrade", "kommun"] as const).map((finest) => {
    const left: readonly PlaceLevel[] =
      finest === "unit"
        ? ["kommun", "omrade", "unit"]
        : finest === "omrade"
          ? ["kommun", "omrade"]
          : ["kommun"];
    return levels.filter(({ unit }) => left.includes(unit));
  });
  return steps.filter((step, i) => step.length > 0 && step.length !== steps[i - 1]?.length);
}

function finestOf(levels: readonly PublishedLevels[]): PlaceLevel {
  const found = (["unit", "omrade"] as const).find((level) => levels.some(({ unit }) => unit === level));
  return found === undefined ? "kommun" : found;
}

function protect(
  solver: Solver,
  request: CountsRequest,
  levels: readonly PublishedLevels[],
  periods: readonly string[],
): Omit<ProtectedTable, "withheld"> {
  const { table, earlier, kommun, key } = request;
  const released = earlier.flatMap(({ certificate }) => certificate?.released ?? []);
  const named = [...released, ...periods].filter((period) => period.includes("Q"));
  const lattice = buildLattice({
    kommun,
    units: table.units,
    ageGroups: table.ageGroups,
    details: table.details,
    periods: periodParents(named),
    periodLevels: ["year", "quarter"],
    publish: levels.map((level) => ({ ...level })),
    earlier: latestLattice(earlier),
  });
  const known = sealedCounts(earlier);
  const counts = readAtoms(lattice, (key, period) =>
    (released.includes(period) ? known : table.counts).get(key),
  );
  const { cells, certificate, audit, tally } = releaseCounts(solver, {
    lattice,
    counts: { ...counts, periods: new Set(named) },
    population: {
      ceilings: eachAtom(lattice, (unit, age, period) => {
        // Of all details together: each of them may hold as many.
        const population = table.populations.get(countKey(unit, age, period));
        return population === undefined ? null : population;
      }),
    },
    earlier,
    periods,
    key: `${key} ${table.metric} ${table.year}`,
  });
  return { cells, sealed: { certificate, audit, tally, values: sumCells(lattice, counts.values, cells) } };
}

/** What was counted when it was released holds, whatever has been purged, moved or registered since. */
function sealedCounts(earlier: readonly EarlierRelease[]): Map<string, number> {
  const entries = earlier.flatMap(({ certificate }) => certificate?.counts ?? []);
  return new Map(entries.map(([codes, count]) => [keyOf(codes), count]));
}

function keyOf([unit = "", age = "", period = "", detail = ""]: readonly string[]): string {
  return countKey(unit, age, period, detail);
}

type AtomReader<T> = (unit: string, ageGroup: string, period: string, detail: string) => T;

export function eachAtom<T>(lattice: Lattice, read: AtomReader<T>): T[] {
  return Array.from({ length: lattice.atomCount }, (_, atom) => {
    const [unit = "", age = "", period = "", detail = ""] = codesOfAtom(lattice, atom);
    return read(unit, age, period, detail);
  });
}

/** Counts by atom; an atom nobody counted is 0. */
function readAtoms(
  lattice: Lattice,
  read: (key: string, period: string) => number | undefined,
): Omit<Counts, "periods"> {
  const values = new Int32Array(lattice.atomCount);
  for (const atom of values.keys()) {
    const codes = codesOfAtom(lattice, atom);
    const count = read(keyOf(codes), codes[2] ?? "");
    if (count !== undefined) values[atom] = count;
  }
  return { values, rowOfAtom: new Map() };
}

/** The true sum of each cell: sealed, for the officer's preview. */
function sumCells(
  lattice: Lattice,
  values: ArrayLike<number>,
  cells: readonly ReleasedCell[],
): Map<string, number> {
  const leaves = cells.map(({ codes }) =>
    lattice.dimensions.map((dimension, i) => new Set(dimension.codes.get(codes[i] ?? "")?.leaves)),
  );
  const sums = new Map<string, number>();
  const sizes = lattice.dimensions.map((dimension) => dimension.leaves.length);
  for (const [index, { codes }] of cells.entries()) {
    let sum = 0;
    for (const atom of atomsUnder(leaves[index] ?? [], sizes)) sum += values[atom] ?? 0;
    sums.set(JSON.stringify(codes), sum);
  }
  return sums;
}

function atomsUnder(leaves: readonly ReadonlySet<number>[], sizes: readonly number[]): number[] {
  return leaves.reduce<number[]>(
    (atoms, positions, i) =>
      atoms.flatMap((atom) => [...positions].map((leaf) => atom * (sizes[i] ?? 1) + leaf)),
    [0],
  );
}

/** Whether a hidden count is hidden for its own sake. */
export function isSmall(value: number): boolean {
  return value > 0 && value < PROTECTION.k;
}

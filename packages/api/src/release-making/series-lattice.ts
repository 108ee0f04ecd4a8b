import type { Lattice } from "@kompassen/disclosure";
import { parseLattice } from "@kompassen/disclosure";
import { ALL_AGES, type PlaceLevel, quarter, type ReleasePlace, yearOf } from "@kompassen/domain/statistics";
import { ALL_DETAILS } from "./count-table.ts";

/** Fixed for all releases: a laxer release would open what an earlier one closed. */
export const PROTECTION = { k: 5, zeros: "shown", population_share: 0.8, mean_minimum: 10 } as const;

/** A combination of levels that is published: of places, ages and periods. */
export interface PublishedLevels {
  readonly unit: PlaceLevel;
  readonly age_group: "all" | "age_group";
  readonly period: "year" | "quarter";
  readonly detail: "all" | "detail";
}

/**
 * What a count is published by. Deeper steps need earlier ones, so they stand for the kommun only, as do väg and
 * outcome; the year leaves out what quarters already say.
 */
export function publishedLevels(
  finest: PlaceLevel,
  hasAges: boolean,
  hasDetails: boolean,
): PublishedLevels[] {
  const detail = "all";
  const levels: PublishedLevels[] = [
    { unit: "unit", age_group: "all", period: "quarter", detail },
    { unit: "unit", age_group: "age_group", period: "quarter", detail },
    { unit: "omrade", age_group: "all", period: "quarter", detail },
    { unit: "omrade", age_group: "age_group", period: "quarter", detail },
    { unit: "unit", age_group: "all", period: "year", detail },
    { unit: "omrade", age_group: "all", period: "year", detail },
    ...KOMMUN_LEVELS.map((level) => ({ ...level, detail }) as const),
    ...(hasDetails ? KOMMUN_LEVELS.map((level) => ({ ...level, detail: "detail" }) as const) : []),
  ];
  return levels.filter(({ unit, age_group }) => isWithin(unit, finest) && (hasAges || age_group === "all"));
}

const KOMMUN_LEVELS = [
  { unit: "kommun", age_group: "all", period: "quarter" },
  { unit: "kommun", age_group: "age_group", period: "quarter" },
  { unit: "kommun", age_group: "all", period: "year" },
  { unit: "kommun", age_group: "age_group", period: "year" },
] as const;

const COARSENESS: Readonly<Record<PlaceLevel, number>> = { kommun: 0, omrade: 1, unit: 2 };

function isWithin(level: PlaceLevel, finest: PlaceLevel): boolean {
  return COARSENESS[level] <= COARSENESS[finest];
}

/** A kommun with so few units where children are placed is shown whole by quarter, and by unit for the year. */
export const FEW_UNITS = 3;

export function thinPublished(levels: readonly PublishedLevels[]): PublishedLevels[] {
  return levels.filter(({ unit, period }) => unit === "kommun" || (unit === "unit" && period === "year"));
}

interface LatticeInput {
  readonly kommun: string;
  readonly units: readonly ReleasePlace[];
  readonly ageGroups: readonly string[];
  readonly details: readonly string[];
  readonly periods: Readonly<Record<string, string | null>>;
  readonly periodLevels: readonly string[];
  readonly publish: readonly Readonly<Record<string, string>>[];
  /** The lattice of the latest release of the series: its codes stay where they were. */
  readonly earlier: Lattice | null;
}

/** @throws InputFaults when two places have one code */
export function buildLattice(input: LatticeInput): Lattice {
  const dimensions = {
    unit: { levels: ["kommun", "omrade", "unit"], parents: placeParents(input) },
    age_group: flatDimension("age_group", ALL_AGES, input.ageGroups),
    period: { levels: [...input.periodLevels], parents: input.periods },
    detail: flatDimension("detail", ALL_DETAILS, input.details),
  };
  return parseLattice({ dimensions, publish: input.publish, parameters: PROTECTION });
}

/** One code for all, and the codes it is divided into where there are any. */
function flatDimension(level: string, all: string, codes: readonly string[]) {
  const parts = codes.filter((code) => code !== all);
  const parents: Record<string, string | null> = { [all]: null };
  for (const part of parts) parents[part] = all;
  return { levels: parts.length === 0 ? ["all"] : ["all", level], parents };
}

/** An event stays with the place it happened at: what was released keeps its parent, new units are added. */
function placeParents({ kommun, units, earlier }: LatticeInput): Record<string, string | null> {
  const before = earlier?.input.dimensions.unit?.parents ?? {};
  const parents: Record<string, string | null> = { [kommun]: null, ...before };
  for (const { code, parent } of units) {
    if (parent === null || Object.hasOwn(before, code)) continue;
    parents[parent] = kommun;
    parents[code] = parent;
  }
  return parents;
}

/** The quarters and their years as the lattice knows them. */
export function periodParents(quarters: Iterable<string>): Record<string, string | null> {
  const parents: Record<string, string | null> = {};
  for (const code of [...quarters].toSorted()) {
    const year = yearOf(quarter(code));
    parents[year] = null;
    parents[code] = year;
  }
  return parents;
}

import { BARNTEAM_AGE_GROUPS } from "@kompassen/domain/people";
import {
  ALL_AGES,
  type ChildCount,
  COUNTED_STEPS,
  type CountedStep,
  countChildren,
  METRICS,
  metricOf,
  NO_UNIT,
  type PlaceLevel,
  quarter,
  type ReleasePlace,
  STEP_DETAILS,
  type Year,
  yearOf,
} from "@kompassen/domain/statistics";
import type { ReleaseSource } from "./release-source.ts";

/** How many there are of something in one calendar year, by unit, age group, quarter and detail. */
export interface CountTable {
  readonly metric: string;
  readonly year: Year;
  readonly finest: PlaceLevel;
  /** ALL_AGES alone where ages are not told apart (home visits, training). */
  readonly ageGroups: readonly string[];
  /** Väg or outcome; empty where the step has none. */
  readonly details: readonly string[];
  readonly units: readonly ReleasePlace[];
  /** By `countKey`; absent is 0. */
  readonly counts: ReadonlyMap<string, number>;
  /** Children in all where that is public, by `countKey` without a detail. */
  readonly populations: ReadonlyMap<string, number>;
}

/** The detail that stands for all of them. */
export const ALL_DETAILS = "alla";

export function countKey(unit: string, ageGroup: string, period: string, detail = ALL_DETAILS): string {
  return JSON.stringify([unit, ageGroup, period, detail]);
}

/** Every count table of a year. A table of something else than children stands by unit alone. */
export function listCountTables(
  source: ReleaseSource,
  year: Year,
  quarters: readonly string[],
): CountTable[] {
  const steps = COUNTED_STEPS.map((step) => stepTable(source, step, year, quarters));
  const others = [...METRICS].flatMap(([metric, { rule }]) => {
    if (rule !== "visit" && rule !== "trained") return [];
    const table = unitTable(source, metric, year, rule === "trained");
    return table.units.length === 0 ? [] : [table];
  });
  return [...steps, ...others];
}

function stepTable(
  source: ReleaseSource,
  step: CountedStep,
  year: Year,
  quarters: readonly string[],
): CountTable {
  const counted = countChildren(source.events, step).filter((one) => yearOf(one.quarter) === year);
  const seen = new Set(counted.map(({ unit }) => unit));
  return {
    metric: step,
    year,
    finest: metricOf(step).finest,
    ageGroups: BARNTEAM_AGE_GROUPS,
    details: STEP_DETAILS[step] ?? [],
    units: source.places.filter(
      ({ code, level }) =>
        level === "unit" && (source.childUnits.has(code) || seen.has(code) || code === NO_UNIT),
    ),
    counts: new Map(
      counted.map((one) => [
        countKey(one.unit, one.ageGroup, one.quarter, one.detail ?? ALL_DETAILS),
        one.children,
      ]),
    ),
    populations: populationsOf(source, counted, quarters),
  };
}

function unitTable(source: ReleaseSource, metric: string, year: Year, everyUnit: boolean): CountTable {
  const ofYear = source.unitCounts.filter((one) => yearOf(quarter(one.quarter)) === year);
  const counted = ofYear.filter((one) => one.metric === metric);
  const all = new Set(ofYear.filter((one) => isSameKind(one.metric, metric)).map(({ unit }) => unit));
  const hasUnits = all.size > 0;
  return {
    metric,
    year,
    finest: metricOf(metric).finest,
    ageGroups: [ALL_AGES],
    details: [],
    units: source.places.filter(
      ({ code, level }) =>
        level === "unit" && (all.has(code) || (hasUnits && everyUnit && source.childUnits.has(code))),
    ),
    counts: new Map(counted.map((one) => [countKey(one.unit, ALL_AGES, one.quarter), one.count])),
    populations: new Map(),
  };
}

/** Units that take part in the home visits stand in each of its tables, so that "none yet" is seen. */
function isSameKind(a: string, b: string): boolean {
  return metricOf(a).rule === metricOf(b).rule;
}

/** A public figure that more children than it were counted under is out of date, and bounds nothing. */
function populationsOf(
  source: ReleaseSource,
  counted: readonly ChildCount[],
  quarters: readonly string[],
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { unit, ageGroup, quarter: of, children } of counted) {
    const key = countKey(unit, ageGroup, of);
    counts.set(key, children + (counts.get(key) ?? 0));
  }
  const populations = new Map<string, number>();
  for (const { unit, ageGroup, quarter: of, children } of source.populations)
    if (of === null) for (const one of quarters) populations.set(countKey(unit, ageGroup, one), children);
  for (const { unit, ageGroup, quarter: of, children } of source.populations)
    if (of !== null) populations.set(countKey(unit, ageGroup, of), children);
  for (const [key, count] of counts) {
    const population = populations.get(key);
    if (population !== undefined && count > population) populations.delete(key);
  }
  return populations;
}

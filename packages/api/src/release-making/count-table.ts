import { BARNTEAM_AGE_GROUPS } from "@kompassen/domain/people";
import {
  ALL_AGES,
  countChildren,
  METRICS,
  metricOf,
  NO_UNIT,
  type PlaceLevel,
  quarter,
  type ReleasePlace,
  STEP_SELECTIONS,
  type StepMetricKey,
  type Year,
  yearOf,
} from "@kompassen/domain/statistics";
import type { ReleaseSource } from "./release-source.ts";

/** How many there are of something in one calendar year, by unit, age group and quarter. */
export interface CountTable {
  readonly metric: string;
  readonly year: Year;
  readonly finest: PlaceLevel;
  /** ALL_AGES alone where ages are not told apart (home visits, training). */
  readonly ageGroups: readonly string[];
  readonly units: readonly ReleasePlace[];
  /** By `countKey`; absent is 0. */
  readonly counts: ReadonlyMap<string, number>;
  /** Children in all where that is public, by `countKey`. */
  readonly populations: ReadonlyMap<string, number>;
}

export function countKey(unit: string, ageGroup: string, period: string): string {
  return JSON.stringify([unit, ageGroup, period]);
}

/** Every count table of a year. A table of something else than children stands by unit alone. */
export function listCountTables(
  source: ReleaseSource,
  year: Year,
  quarters: readonly string[],
): CountTable[] {
  return [...METRICS].flatMap(([metric, { table, rule }]) => {
    if (table !== "uptake") return [];
    return isStepMetric(metric)
      ? [stepTable(source, metric, year, quarters)]
      : [unitTable(source, metric, year, rule === "trained")];
  });
}

function isStepMetric(metric: string): metric is StepMetricKey {
  return metric in STEP_SELECTIONS;
}

function stepTable(
  source: ReleaseSource,
  metric: StepMetricKey,
  year: Year,
  quarters: readonly string[],
): CountTable {
  const counted = countChildren(source.events, STEP_SELECTIONS[metric]).filter(
    ({ quarter }) => yearOf(quarter) === year,
  );
  const seen = new Set(counted.map(({ unit }) => unit));
  return {
    metric,
    year,
    finest: metricOf(metric).finest,
    ageGroups: BARNTEAM_AGE_GROUPS,
    units: source.places.filter(
      ({ code, level }) =>
        level === "unit" && (source.childUnits.has(code) || seen.has(code) || code === NO_UNIT),
    ),
    counts: new Map(counted.map((one) => [countKey(one.unit, one.ageGroup, one.quarter), one.children])),
    populations: populationsOf(
      source,
      counted.map((one) => ({ ...one, count: one.children })),
      quarters,
    ),
  };
}

function unitTable(source: ReleaseSource, metric: string, year: Year, everyUnit: boolean): CountTable {
  const counted = source.unitCounts.filter(
    (one) => one.metric === metric && yearOf(quarter(one.quarter)) === year,
  );
  const all = new Set(
    source.unitCounts.filter((one) => isSameKind(one.metric, metric)).map(({ unit }) => unit),
  );
  return {
    metric,
    year,
    finest: metricOf(metric).finest,
    ageGroups: [ALL_AGES],
    units: source.places.filter(
      ({ code, level }) => level === "unit" && (all.has(code) || (everyUnit && source.childUnits.has(code))),
    ),
    counts: new Map(counted.map((one) => [countKey(one.unit, ALL_AGES, one.quarter), one.count])),
    populations: new Map(),
  };
}

/** Units that take part in the home visits stand in each of its tables, so that "none yet" is seen. */
function isSameKind(a: string, b: string): boolean {
  return a.slice(0, 5) === b.slice(0, 5);
}

/** A public figure that more children than it were counted under is out of date, and bounds nothing. */
function populationsOf(
  source: ReleaseSource,
  counted: readonly {
    readonly unit: string;
    readonly ageGroup: string;
    readonly quarter: string;
    readonly count: number;
  }[],
  quarters: readonly string[],
): Map<string, number> {
  const counts = new Map(counted.map((one) => [countKey(one.unit, one.ageGroup, one.quarter), one.count]));
  const populations = new Map<string, number>();
  const general = source.populations.filter(({ quarter }) => quarter === null);
  const own = source.populations.filter(({ quarter }) => quarter !== null);
  for (const { unit, ageGroup, children } of general)
    for (const quarter of quarters) populations.set(countKey(unit, ageGroup, quarter), children);
  for (const { unit, ageGroup, quarter, children } of own)
    if (quarter !== null) populations.set(countKey(unit, ageGroup, quarter), children);
  for (const [key, count] of counts) {
    const population = populations.get(key);
    if (population !== undefined && count > population) populations.delete(key);
  }
  return populations;
}

import type { EarlierRelease, Solver } from "@kompassen/disclosure";
import { AREAS, RATER_KINDS } from "@kompassen/domain/behovskompass";
import { DEFAULT_RULES } from "@kompassen/domain/follow-up";
import { BARNTEAM_GROUPS } from "@kompassen/domain/people";
import { compareText } from "@kompassen/domain/shared";
import {
  type Lasar,
  lastChanges,
  lastRatings,
  PLACE_LEVELS,
  RELEASE_TABLES,
  type ReleaseCell,
  type ReleasePlace,
  type WithheldTable,
  yearOf,
} from "@kompassen/domain/statistics";
import { periodCodes, type ReleasePeriods } from "../release/index.ts";
import { canonicalJson } from "./canonical-json.ts";
import { listCountTables } from "./count-table.ts";
import { makeChanges, makeRatings } from "./make-areas.ts";
import { makeLeadTimes } from "./make-lead-times.ts";
import { makeUptake, uptakeSeries } from "./make-uptake.ts";
import type { ReleaseSource } from "./release-source.ts";
import { FEW_UNITS, PROTECTION } from "./series-lattice.ts";
import { addSummaries, NOTHING, type SeriesSummary } from "./series-summary.ts";
import type { CellTruth, MadeTable } from "./table-cells.ts";

export interface ReleaseRequest {
  readonly id: string;
  readonly periods: ReleasePeriods;
  readonly source: ReleaseSource;
  /** Earlier releases of each count table, by its series. */
  readonly earlier: ReadonlyMap<string, readonly EarlierRelease[]>;
  /** What breaks ties; secret. */
  readonly key: string;
  readonly codeVersion: string;
  readonly onProgress: (done: number, total: number) => void;
}

/** A release on paper: what would be published, and what stays sealed. */
export interface MadeRelease {
  /** Canonical JSON of everything that is published but who approved it and when. */
  readonly document: string;
  /** By the place of the cell in the document; null where it is shown. */
  readonly truth: readonly (CellTruth | null)[];
  readonly series: readonly {
    readonly series: string;
    readonly certificate: unknown;
    readonly cells: unknown;
    readonly summary: SeriesSummary;
  }[];
  readonly summary: SeriesSummary;
}

/** Makes and protects every table of a release. The same source, earlier releases and key give the same bytes. */
export async function makeRelease(solver: Solver, request: ReleaseRequest): Promise<MadeRelease> {
  const tasks = listTasks(solver, request);
  const made: MadeTable[] = [];
  for (const task of tasks) {
    made.push(...task());
    request.onProgress(made.length, tasks.length);
    // The solver blocks: between tables a signal to stop is heard.
    await new Promise((resolve) => setImmediate(resolve));
  }
  const inOrder = cellOrder(request.source.places);
  const cells = made.flatMap((table) => table.cells).toSorted((a, b) => inOrder(a.cell, b.cell));
  const series = made.flatMap(({ series: name, sealed }) =>
    sealed === null ? [] : [{ series: name, ...sealed }],
  );
  return {
    document: canonicalJson(
      describe(
        request,
        cells.map(({ cell }) => cell),
        made.flatMap(({ withheld }) => withheld),
      ),
    ),
    truth: cells.map(({ truth }) => truth),
    series,
    summary: series.map(({ summary }) => summary).reduce(addSummaries, NOTHING),
  };
}

function describe(
  { id, periods, source, codeVersion }: ReleaseRequest,
  cells: readonly ReleaseCell[],
  withheld: readonly WithheldTable[],
) {
  return {
    id,
    kommunCode: source.kommun.code,
    kommunName: source.kommun.name,
    periods: periodCodes(periods),
    ruleSet: `${DEFAULT_RULES.id} ${DEFAULT_RULES.version}; ${BARNTEAM_GROUPS.id} ${BARNTEAM_GROUPS.version}`,
    codeVersion,
    parameters: { ...PROTECTION, insiders: 1, share_minimum: 10 },
    places: source.places,
    cellCount: cells.length,
    hiddenCount: cells.filter(({ cell }) => cell.status === "protected").length,
    withheld,
    cells,
  };
}

function listTasks(solver: Solver, request: ReleaseRequest): (() => MadeTable[])[] {
  const { periods, source, earlier, key } = request;
  const kommun = source.kommun.code;
  const isThin = source.childUnits.size <= FEW_UNITS;
  const uptake = [...new Set(periods.quarters.map(yearOf))].flatMap((year) => {
    const quarters = periods.quarters.filter((quarter) => yearOf(quarter) === year);
    return listCountTables(source, year, quarters).map((table) => () => [
      makeUptake(solver, {
        kommun,
        table,
        quarters,
        isYearDue: periods.years.includes(year),
        earlier: earlier.get(uptakeSeries(table.metric, year)) ?? [],
        isThin,
        key,
      }),
    ]);
  });
  return [...uptake, ...periods.lasar.flatMap((lasar) => listLasarTasks(solver, request, lasar, isThin))];
}

function listLasarTasks(
  solver: Solver,
  { source, key }: ReleaseRequest,
  lasar: Lasar,
  isThin: boolean,
): (() => MadeTable[])[] {
  const kommun = source.kommun.code;
  const ratings = source.children.flatMap((child) => lastRatings(child, lasar, DEFAULT_RULES));
  const changes = source.children.flatMap((child) =>
    lastChanges(child, lasar, DEFAULT_RULES, source.equivalences),
  );
  const seen = new Set(ratings.map(({ unit }) => unit));
  const places = withoutIdleUnits(source, seen);
  const areas = AREAS.flatMap((area) =>
    RATER_KINDS.flatMap((rater) => {
      const isOf = (one: { readonly area: string; readonly rater: string }) =>
        one.area === area && one.rater === rater;
      const request = { kommun, places, lasar, area, rater, isThin, key };
      // Where a kind of rater rated nobody there is no table.
      if (!ratings.some(isOf)) return [];
      return [
        () => makeRatings(solver, request, ratings.filter(isOf)),
        () => [makeChanges(request, changes.filter(isOf))],
      ];
    }),
  );
  return [...areas, () => [makeLeadTimes(kommun, source.events, lasar)]];
}

/** Units where no child is placed or was rated stand in no table about children. */
function withoutIdleUnits(source: ReleaseSource, seen: ReadonlySet<string>): ReleasePlace[] {
  const units = source.places.filter(
    ({ level, code }) => level === "unit" && (source.childUnits.has(code) || seen.has(code)),
  );
  const omraden = new Set(units.map(({ parent }) => parent));
  const coarser = source.places.filter(
    ({ level, code }) => level === "kommun" || (level === "omrade" && omraden.has(code)),
  );
  return [...coarser, ...units];
}

/** By table, level of place, metric, area, rater, period, place and age. */
function cellOrder(places: readonly ReleasePlace[]): (a: ReleaseCell, b: ReleaseCell) => number {
  const levels = new Map(places.map(({ code, level }) => [code, PLACE_LEVELS.indexOf(level)]));
  const levelOf = ({ unit }: ReleaseCell) => levels.get(unit) ?? PLACE_LEVELS.length;
  return (a, b) =>
    RELEASE_TABLES.indexOf(a.table) - RELEASE_TABLES.indexOf(b.table) ||
    levelOf(a) - levelOf(b) ||
    compareText(a.metric, b.metric) ||
    compareText(a.area ?? "", b.area ?? "") ||
    compareText(a.rater ?? "", b.rater ?? "") ||
    compareText(a.period, b.period) ||
    compareText(a.unit, b.unit) ||
    compareText(a.ageGroup, b.ageGroup);
}

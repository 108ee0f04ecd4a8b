import { AREAS, RATER_KINDS } from "@kompassen/domain/behovskompass";
import { BARNTEAM_AGE_GROUPS } from "@kompassen/domain/people";
import { localDate } from "@kompassen/domain/shared";
import {
  ALL_AGES,
  METRICS,
  type ReleaseCell,
  type ReleasePlace,
  type ReleaseTable,
  type StatisticsCell,
  type StatisticsRelease,
} from "@kompassen/domain/statistics";
import fc from "fast-check";

/** Names that a csv, a spreadsheet and an XML file each could stumble on. */
const PLACES: readonly ReleasePlace[] = [
  { code: "9001", name: "Exempelstad", level: "kommun", parent: null },
  { code: "omrade-norr", name: "Norr; & <Söder>", level: "omrade", parent: "9001" },
  { code: "skola-a", name: '=SUM(A1), "A"', level: "unit", parent: "omrade-norr" },
  { code: "skola-b", name: "-Björkskolan@Öster", level: "unit", parent: "omrade-norr" },
];
const PERIODS = ["2026Q1", "2026", "2025/2026"];

const SCALES: Readonly<
  Record<ReleaseTable, { readonly values: fc.Arbitrary<number>; readonly bands: string[] }>
> = {
  uptake: { values: fc.nat({ max: 4000 }), bands: ["5-9"] },
  area_mean: {
    values: fc.integer({ min: 10, max: 50 }).map((tenths) => tenths / 10),
    bands: ["<=1.5", ">=4.5"],
  },
  area_share: { values: fc.nat({ max: 100 }), bands: ["<=20", "21-29", ">=80"] },
  change: { values: fc.nat({ max: 100 }), bands: ["<=20", "30-39", ">=80"] },
  lead_time: { values: fc.nat({ max: 800 }).map((halves) => halves / 2), bands: ["<=20"] },
};

function cellOf(table: ReleaseTable): fc.Arbitrary<StatisticsCell> {
  const { values, bands } = SCALES[table];
  const isCounted = table === "area_mean";
  const shown = fc.tuple(values, fc.integer({ min: 10, max: 400 })).map(([value, n]): StatisticsCell => {
    return isCounted ? { status: "published", value, n } : { status: "published", value };
  });
  const band = fc.constantFrom(...bands).map((text): StatisticsCell => ({ status: "band", band: text }));
  const none = fc.constantFrom<StatisticsCell>({ status: "protected" }, { status: "not_applicable" });
  return fc.oneof({ weight: 3, arbitrary: shown }, band, none);
}

const releaseCell: fc.Arbitrary<ReleaseCell> = fc.constantFrom(...METRICS).chain(([metric, { table }]) => {
  const isRated = table === "area_mean" || table === "area_share" || table === "change";
  return fc.record({
    table: fc.constant(table),
    metric: fc.constant(metric),
    unit: fc.constantFrom(...PLACES.map(({ code }) => code)),
    ageGroup: fc.constantFrom(ALL_AGES, ...BARNTEAM_AGE_GROUPS),
    period: fc.constantFrom(...PERIODS),
    area: isRated ? fc.constantFrom(...AREAS) : fc.constant(null),
    rater: isRated ? fc.constantFrom(...RATER_KINDS) : fc.constant(null),
    cell: cellOf(table),
  });
});

export function addressOf({ cell: _, ...address }: ReleaseCell): string {
  return JSON.stringify(address);
}

export function releaseOf(cells: readonly ReleaseCell[]): StatisticsRelease {
  return {
    head: {
      id: "kompass-9001-2026Q1-1",
      kommunCode: "9001",
      kommunName: "Exempelstad",
      periods: PERIODS,
      releasedOn: localDate("2026-04-20"),
      approvedBy: "Sam Statistik",
      ruleSet: "uppfoljning 1",
      codeVersion: "0.1.0",
      sha256: "ab".repeat(32),
      parameters: { k: 5 },
      places: PLACES,
      cellCount: cells.length,
      hiddenCount: cells.filter(({ cell }) => cell.status === "protected").length,
      withheld: [],
    },
    cells,
  };
}

/** A release with cells of every table and status, each address once. */
export const randomRelease: fc.Arbitrary<StatisticsRelease> = fc
  .uniqueArray(releaseCell, { selector: addressOf, minLength: 1, maxLength: 60 })
  .map(releaseOf);

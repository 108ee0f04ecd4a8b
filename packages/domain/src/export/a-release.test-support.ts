import { localDate } from "../shared/index.ts";
import type { ReleaseCell, ReleasePlace, StatisticsCell, StatisticsRelease } from "../statistics/index.ts";

/** "=Skolan" would be a formula in a spreadsheet, and "Väst; \"nya\"" tries every delimiter and quote. */
const PLACES: readonly ReleasePlace[] = [
  { code: "9001", name: "Exempelstad", level: "kommun", parent: null },
  { code: "omrade-vast", name: 'Väst; "nya"', level: "omrade", parent: "9001" },
  { code: "inget-omrade", name: "Utan område", level: "omrade", parent: "9001" },
  { code: "skola-a", name: "=Skolan", level: "unit", parent: "omrade-vast" },
  { code: "ingen-enhet", name: "Ingen enhet", level: "unit", parent: "inget-omrade" },
];

const ADDRESS = { unit: "9001", ageGroup: "alla", area: null, rater: null } as const;

function published(value: number, n?: number): StatisticsCell {
  return n === undefined ? { status: "published", value } : { status: "published", value, n };
}

/** One cell; what is not said is the kommun, all ages, no area and no rater. */
function aCell(
  at: Pick<ReleaseCell, "table" | "metric" | "period"> & Partial<ReleaseCell>,
  cell: StatisticsCell,
): ReleaseCell {
  return { ...ADDRESS, ...at, cell };
}

const STEP = { table: "uptake", metric: "upptackarkort", period: "2026Q1" } as const;
const RATED = { period: "2025/2026", area: "ma_bra", rater: "barn" } as const;

const CELLS: readonly ReleaseCell[] = [
  aCell(STEP, published(42)),
  aCell({ ...STEP, ageGroup: "1-6" }, published(12)),
  aCell({ ...STEP, ageGroup: "0-2,5" }, { status: "protected" }),
  aCell({ ...STEP, unit: "omrade-vast" }, published(30)),
  aCell({ ...STEP, unit: "skola-a" }, published(30)),
  aCell({ ...STEP, unit: "ingen-enhet" }, published(0)),
  aCell({ ...STEP, metric: "barnsamtal" }, published(38)),
  aCell({ ...STEP, metric: "uppfoljning" }, { status: "protected" }),
  aCell({ table: "area_mean", metric: "mean_score", ...RATED }, published(3, 24)),
  aCell(
    { table: "area_mean", metric: "mean_score", ...RATED, area: "fritid" },
    { status: "band", band: ">=4.5" },
  ),
  aCell(
    { table: "area_mean", metric: "mean_score", ...RATED, unit: "skola-a" },
    { status: "not_applicable" },
  ),
  aCell(
    { table: "area_share", metric: "share_needs_strengthening", ...RATED },
    { status: "band", band: "20-29" },
  ),
  aCell({ table: "change", metric: "change_improved", ...RATED }, { status: "band", band: "<=20" }),
  aCell({ table: "change", metric: "change_declined", ...RATED }, { status: "protected" }),
  aCell({ table: "lead_time", metric: "lead_barnsamtal_median", period: "2025/2026" }, published(18.5, 40)),
];

/** A release of one quarter and one läsår with a cell of every status, written by hand. */
export const A_RELEASE: StatisticsRelease = {
  head: {
    id: "kompass-9001-2026Q1-1",
    kommunCode: "9001",
    kommunName: "Exempelstad",
    periods: ["2026Q1", "2025/2026"],
    releasedOn: localDate("2026-04-20"),
    approvedBy: "Sam Statistik",
    ruleSet: "uppfoljning 1; barnteam-aldersgrupper 1",
    codeVersion: "0.1.0",
    sha256: "0".repeat(64),
    parameters: { k: 5, minimum: 10 },
    places: PLACES,
    cellCount: CELLS.length,
    hiddenCount: 3,
    withheld: [
      {
        table: "area_mean",
        metric: "mean_score",
        level: "unit",
        periods: ["2025/2026"],
        area: "omsorg",
        rater: "vardnadshavare",
        reason: "too_thin",
      },
    ],
  },
  cells: CELLS,
};

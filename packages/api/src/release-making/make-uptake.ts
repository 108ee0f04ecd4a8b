import type { EarlierRelease, Solver } from "@kompassen/disclosure";
import { ALL_AGES, type ReleaseCell } from "@kompassen/domain/statistics";
import { ALL_DETAILS, type CountTable, countKey } from "./count-table.ts";
import { isSmall, protectCountTable } from "./protect-counts.ts";
import { summarizeSeries } from "./series-summary.ts";
import type { CellTruth, MadeTable } from "./table-cells.ts";

export interface UptakeRequest {
  readonly kommun: string;
  readonly table: CountTable;
  readonly quarters: readonly string[];
  readonly isYearDue: boolean;
  readonly earlier: readonly EarlierRelease[];
  readonly isThin: boolean;
  readonly key: string;
}

/** One table of T1, home visits or training, protected. */
export function makeUptake(solver: Solver, request: UptakeRequest): MadeTable {
  const { metric, year } = request.table;
  const { cells, withheld, sealed } = protectCountTable(solver, request);
  return {
    series: uptakeSeries(metric, year),
    cells: cells.map(({ codes, cell }) => {
      const [unit = "", ageGroup = ALL_AGES, period = "", detail = ALL_DETAILS] = codes;
      const address: Omit<ReleaseCell, "cell"> = {
        table: "uptake",
        metric: detail === ALL_DETAILS ? metric : `${metric}_${detail}`,
        unit,
        ageGroup,
        period,
        area: null,
        rater: null,
      };
      const value = sealed?.values.get(JSON.stringify(codes)) ?? null;
      const isHidden = cell.status === "protected" && value !== null;
      return {
        cell: { ...address, cell },
        truth: isHidden ? { value, why: reasonOf(value, request.table, unit, ageGroup, period) } : null,
      };
    }),
    withheld: withheld.map((one) => ({ table: "uptake", metric, area: null, rater: null, ...one })),
    sealed:
      sealed === null
        ? null
        : {
            certificate: sealed.certificate,
            cells,
            summary: summarizeSeries(sealed.tally, sealed.audit),
          },
  };
}

export function uptakeSeries(metric: string, year: string): string {
  return `uptake/${metric}/${year}`;
}

function reasonOf(
  value: number,
  { populations }: CountTable,
  unit: string,
  ageGroup: string,
  period: string,
): CellTruth["why"] {
  const population = populations.get(countKey(unit, ageGroup, period));
  const isMost = population !== undefined && value > 0 && value >= 0.8 * population;
  return isSmall(value) || isMost ? "primary" : "secondary";
}

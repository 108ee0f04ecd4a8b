import { localDate } from "@kompassen/domain/shared";
import type { ReleaseCell, ReleaseHead, ReleasePlace, StatisticsCell } from "@kompassen/domain/statistics";
import type { ReleaseHistory } from "./release-history.ts";
import { openHistory } from "./release-history.ts";

export const KOMMUN = "9001";

export const PLACES: readonly ReleasePlace[] = [
  { code: KOMMUN, name: "Exempelstad", level: "kommun", parent: null },
  { code: "omrade-norr", name: "Norr", level: "omrade", parent: KOMMUN },
  { code: "omrade-soder", name: "Söder", level: "omrade", parent: KOMMUN },
  { code: "SKO2", name: "Ängsskolan", level: "unit", parent: "omrade-norr" },
  { code: "SKO1", name: "Berga skola", level: "unit", parent: "omrade-norr" },
];

export const shown = (value: number): StatisticsCell => ({ status: "published", value });
export const band = (text: string): StatisticsCell => ({ status: "band", band: text });
export const hidden: StatisticsCell = { status: "protected" };

/** A cell of the kommun, all ages together, unless it says otherwise. */
export function aCell(
  metric: string,
  period: string,
  cell: StatisticsCell,
  at: Partial<ReleaseCell> = {},
): ReleaseCell {
  return {
    table: "uptake",
    metric,
    unit: KOMMUN,
    ageGroup: "alla",
    period,
    area: null,
    rater: null,
    ...at,
    cell,
  };
}

export function aHead(periods: readonly string[], facts: Partial<ReleaseHead> = {}): ReleaseHead {
  return {
    id: `kompass-${KOMMUN}-${periods[0]}-1`,
    kommunCode: KOMMUN,
    kommunName: "Exempelstad",
    periods,
    releasedOn: localDate("2026-04-20"),
    approvedBy: "Sam Statistik",
    ruleSet: "uppfoljning 1",
    codeVersion: "0.1.0",
    sha256: "0".repeat(64),
    parameters: { k: 5, share_minimum: 10 },
    places: PLACES,
    cellCount: 0,
    hiddenCount: 0,
    withheld: [],
    ...facts,
  };
}

export function aHistory(...heads: readonly ReleaseHead[]): ReleaseHistory {
  const history = openHistory(heads);
  if (history === null) throw new Error("no release");
  return history;
}

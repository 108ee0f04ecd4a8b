import { shareCell } from "@kompassen/disclosure";
import {
  ALL_AGES,
  daysUntil,
  type Lasar,
  LEAD_TIME_FIGURES,
  LEAD_TIMES,
  type LeadTimeFigure,
  leadTimeKey,
  listWaits,
  type ReleaseCell,
  type StatisticsCell,
  type StepEvent,
  type Wait,
} from "@kompassen/domain/statistics";
import type { MadeTable, TruthfulCell } from "./table-cells.ts";

const SMALLEST = 10;
const SHARES: Readonly<Record<Exclude<LeadTimeFigure, "waiting">, number>> = {
  p25: 0.25,
  median: 0.5,
  p75: 0.75,
};

/** Lead times of the kommun in a läsår; nothing of fewer than ten children. */
export function makeLeadTimes(kommun: string, events: readonly StepEvent[], lasar: Lasar): MadeTable {
  const cells = LEAD_TIMES.flatMap((lead) => {
    const waits = listWaits(events, lead, lasar);
    return LEAD_TIME_FIGURES.map((figure): TruthfulCell => {
      const cell: ReleaseCell = {
        table: "lead_time",
        metric: leadTimeKey(lead, figure),
        unit: kommun,
        ageGroup: ALL_AGES,
        period: lasar,
        area: null,
        rater: null,
        cell: figureCell(waits, figure),
      };
      const isHidden = cell.cell.status === "protected";
      return { cell, truth: isHidden ? { value: waits.length, why: "primary" } : null };
    });
  });
  return { series: `lead_time/${lasar}`, cells, withheld: [], sealed: null };
}

/** A figure that so many never reached does not exist. */
function figureCell(waits: readonly Wait[], figure: LeadTimeFigure): StatisticsCell {
  if (waits.length === 0) return { status: "not_applicable" };
  if (waits.length < SMALLEST) return { status: "protected" };
  if (figure === "waiting")
    return shareCell(waits.filter(({ end }) => end === "waiting").length, waits.length);
  const days = daysUntil(waits, SHARES[figure]);
  return days === null ? { status: "not_applicable" } : { status: "published", value: days };
}

import type { Language } from "@kompassen/domain/shared";
import {
  ALL_AGES,
  LEAD_TIMES,
  type LeadTime,
  type LeadTimeFigure,
  leadTimeKey,
  metricOf,
} from "@kompassen/domain/statistics";
import type { CellIndex } from "./cell-index.ts";
import { leadFigureName, leadName } from "./lead-words.ts";
import { type CellView, toCellView } from "./to-cell-view.ts";
import { listDefinitions, type MetricDefinition } from "./to-definitions.ts";

/** The quartiles from the shortest to the longest, then those who wait. */
const FIGURES = ["p25", "median", "p75", "waiting"] as const satisfies LeadTimeFigure[];

export interface LeadTimesView {
  readonly lasar: string;
  readonly columns: readonly { readonly key: LeadTimeFigure; readonly name: string }[];
  readonly rows: readonly {
    readonly key: LeadTime;
    readonly name: string;
    readonly cells: readonly CellView[];
  }[];
  /** Nothing of it shows: said once, instead of cell by cell. */
  readonly isAllHidden: boolean;
  readonly definitions: readonly MetricDefinition[];
}

export function toLeadTimes(
  index: CellIndex,
  kommun: string,
  lasar: string | undefined,
  language: Language,
): LeadTimesView | null {
  if (lasar === undefined) return null;
  const at = (lead: LeadTime, figure: LeadTimeFigure) =>
    index.find({
      metric: leadTimeKey(lead, figure),
      unit: kommun,
      ageGroup: ALL_AGES,
      period: lasar,
      area: null,
      rater: null,
    });
  const leads = LEAD_TIMES.filter((lead) => FIGURES.some((figure) => at(lead, figure) !== undefined));
  if (leads.length === 0) return null;
  const rows = leads.map((lead) => ({
    key: lead,
    name: leadName(lead, language),
    cells: FIGURES.map((figure) => toCellView(at(lead, figure), language)),
  }));
  return {
    lasar,
    columns: FIGURES.map((key) => ({ key, name: leadFigureName(key, language) })),
    rows,
    isAllHidden: rows.every(({ cells }) => cells.every(({ kind }) => kind !== "shown")),
    definitions: listDefinitions(
      FIGURES.map((figure) => metricOf(leadTimeKey("barnsamtal", figure))),
      language,
    ),
  };
}

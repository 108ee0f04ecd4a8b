import type { Language } from "@kompassen/domain/shared";
import { metricOf, previousQuarter, type Quarter } from "@kompassen/domain/statistics";
import { type CellIndex, kommunCount } from "./cell-index.ts";
import { type CountChange, compareCounts, yearBefore } from "./compare-counts.ts";
import { type CellView, toCellView } from "./to-cell-view.ts";
import { listDefinitions, type MetricDefinition } from "./to-definitions.ts";

export const FIGURE_METRICS = ["upptackarkort", "barnsamtal", "uppfoljning", "behov_uppfyllt"] as const;

type FigureMetric = (typeof FIGURE_METRICS)[number];

/** One of the four numbers at the top: with the quarter before, and the same quarter a year before. */
export interface Figure {
  readonly metric: FigureMetric;
  readonly cell: CellView;
  readonly sinceQuarter: CountChange;
  readonly sinceYear: CountChange;
  readonly definitions: readonly MetricDefinition[];
}

export function toFigures(index: CellIndex, kommun: string, quarter: Quarter, language: Language): Figure[] {
  return FIGURE_METRICS.map((metric) => ({
    metric,
    cell: toCellView(index.find(kommunCount(metric, kommun, quarter)), language),
    sinceQuarter: compareCounts(index, kommun, metric, quarter, previousQuarter(quarter)),
    sinceYear: compareCounts(index, kommun, metric, quarter, yearBefore(quarter)),
    definitions: listDefinitions([metricOf(metric)], language),
  }));
}

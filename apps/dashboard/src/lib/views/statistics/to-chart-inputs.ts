import type { Language } from "@kompassen/domain/shared";
import { metricOf, type Quarter } from "@kompassen/domain/statistics";
import type { StatisticsCell, StatisticsInput } from "#lib/charts/statistics-input.ts";
import type { Messages } from "#lib/messages/sv/index.ts";
import { type CellIndex, kommunCount } from "./cell-index.ts";
import { toAxis } from "./to-axis.ts";

/** The charts of the overview, by the names of their files. */
export const CHART_NAMES = ["over-tid", "flode", "uppfoljning", "lyft"] as const;

export type StatisticsChartName = (typeof CHART_NAMES)[number];

/** The eight steps of the process, in their order. */
const FLOW = [
  "upptackarkort",
  "barnkontakt_svar",
  "barnsamtal",
  "beslut",
  "barnteam",
  "uppfoljningssamtal",
  "individuellt_barnteam",
  "behov_uppfyllt",
];

const LINES: Readonly<Record<Exclude<StatisticsChartName, "flode">, readonly string[]>> = {
  "over-tid": ["upptackarkort", "barnsamtal", "barnets_plan"],
  uppfoljning: ["uppfoljning", "uppfoljning_forsenad"],
  lyft: ["signal_raised", "signal_decided"],
};

/** Every measure that is drawn. */
export const CHART_METRICS: readonly string[] = [...FLOW, ...Object.values(LINES).flat()];

export interface ChartSource {
  readonly index: CellIndex;
  readonly kommun: string;
  /** The oldest first; the last is the one the page is about. */
  readonly quarters: readonly Quarter[];
  readonly language: Language;
  readonly words: Messages["statistics"];
}

export function toChartInput(name: StatisticsChartName, source: ChartSource): StatisticsInput {
  return name === "flode" ? toFlow(source) : toLines(name, source);
}

function toFlow(source: ChartSource): StatisticsInput {
  const { language, words, quarters } = source;
  const quarter = quarters.at(-1);
  if (quarter === undefined) throw new RangeError("no quarter");
  const cells = FLOW.map((metric) => cellOf(source, metric, quarter));
  const { title, caption } = words.charts.flode;
  return {
    title: title(words.shortQuarter(quarter.slice(0, 4), quarter.slice(5))),
    caption,
    unit: words.children,
    axis: toAxis(cells.flatMap(shownValue)),
    categoryLabel: words.step,
    categories: FLOW.map((metric, index) => ({
      key: metric,
      name: `${index + 1}\u00a0${words.stepNames[index] ?? metricOf(metric).name[language]}`,
    })),
    series: [{ key: "quarter", name: words.shortQuarter(quarter.slice(0, 4), quarter.slice(5)), cells }],
  };
}

function toLines(name: keyof typeof LINES, source: ChartSource): StatisticsInput {
  const { language, words, quarters } = source;
  const series = LINES[name].map((metric) => ({
    key: metric,
    name: metricOf(metric).name[language],
    cells: quarters.map((quarter) => cellOf(source, metric, quarter)),
  }));
  return {
    ...words.charts[name],
    unit: words.children,
    axis: toAxis(series.flatMap(({ cells }) => cells.flatMap(shownValue))),
    categoryLabel: words.quarter,
    categories: quarters.map((quarter) => ({
      key: quarter,
      name: words.shortQuarter(quarter.slice(0, 4), quarter.slice(5)),
    })),
    series,
  };
}

function shownValue(cell: StatisticsCell): number[] {
  return cell.kind === "shown" ? [cell.value] : [];
}

function cellOf({ index, kommun, words }: ChartSource, metric: string, period: string): StatisticsCell {
  const cell = index.find(kommunCount(metric, kommun, period))?.cell;
  if (cell?.status === "published") return { kind: "shown", value: cell.value, text: String(cell.value) };
  return cell?.status === "protected"
    ? { kind: "hidden", reason: words.hidden }
    : { kind: "absent", reason: words.absent };
}

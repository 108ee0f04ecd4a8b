import type { StatisticsCell, StatisticsInput } from "./statistics-input.ts";
import type { ChartTable } from "./types.ts";

/** The statistic as rows: a category, and each series' number or why it is not shown. */
export function statisticsTable(input: StatisticsInput): ChartTable {
  return {
    caption: input.title,
    columns: [
      { label: input.categoryLabel, isNumber: false },
      ...input.series.map(({ name }) => ({ label: `${name}, ${input.unit}`, isNumber: true })),
    ],
    rows: input.categories.map(({ name }, index) => [
      name,
      ...input.series.map(({ cells }) => cellText(cells[index])),
    ]),
  };
}

function cellText(cell: StatisticsCell | undefined): string {
  if (cell === undefined) return "";
  return cell.kind === "shown" ? cell.text : cell.reason;
}

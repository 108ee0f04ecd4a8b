import type { StatisticsInput, StatisticsSeries } from "./statistics-input.ts";

/** What is read out for one cell of a statistic: "Trygghet, förbättring: 34 procent". */
export function spokenStatistic(input: StatisticsInput, series: StatisticsSeries, position: number): string {
  const cell = series.cells[position];
  const place = [input.categories[position]?.name, series.name].filter(Boolean).join(", ");
  if (cell === undefined) return place;
  return cell.kind === "shown" ? `${place}: ${cell.text} ${input.unit}` : `${place}: ${cell.reason}`;
}

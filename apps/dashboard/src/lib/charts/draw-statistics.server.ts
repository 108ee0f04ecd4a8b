import type { ChartWords } from "./chart-words.ts";
import { renderSvg } from "./render-svg.server.ts";
import StatisticsBars from "./StatisticsBars.svelte";
import StatisticsLines from "./StatisticsLines.svelte";
import { narrowStatisticsFrame, wideStatisticsFrame } from "./statistics-frame.ts";
import type { StatisticsInput } from "./statistics-input.ts";
import { statisticsTable } from "./statistics-table.ts";
import type { DrawnChart } from "./types.ts";

/** Bars side by side: schools, areas, steps of the process. A hidden cell is hatched at one size. */
export function drawStatisticsBars(input: StatisticsInput, words: ChartWords): DrawnChart {
  return {
    caption: input.caption,
    svg: renderSvg(StatisticsBars, { input, words, frame: wideStatisticsFrame }),
    narrowSvg: renderSvg(StatisticsBars, { input, words, frame: narrowStatisticsFrame }),
    table: statisticsTable(input),
  };
}

/** Lines over time. At a hidden cell the line breaks and the step is hatched. */
export function drawStatisticsLines(input: StatisticsInput, words: ChartWords): DrawnChart {
  return {
    caption: input.caption,
    svg: renderSvg(StatisticsLines, { input, words, frame: wideStatisticsFrame }),
    narrowSvg: renderSvg(StatisticsLines, { input, words, frame: narrowStatisticsFrame }),
    table: statisticsTable(input),
  };
}

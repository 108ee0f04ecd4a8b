import BlommaChart from "./BlommaChart.svelte";
import CompassChart from "./CompassChart.svelte";
import type { ChartWords } from "./chart-words.ts";
import type { CompassInput } from "./compass-input.ts";
import { compassTable } from "./compass-table.ts";
import { renderSvg } from "./render-svg.server.ts";
import type { DrawnChart } from "./types.ts";

/** The Behovskompass: eight axes, the current outline over the earlier one. */
export function drawCompass(input: CompassInput, words: ChartWords): DrawnChart {
  return {
    caption: input.caption,
    svg: renderSvg(CompassChart, { input, words }),
    table: compassTable(input, words),
  };
}

/** The same for the youngest: a flower whose petals grow with the score. */
export function drawBlomma(input: CompassInput, words: ChartWords): DrawnChart {
  return {
    caption: input.caption,
    svg: renderSvg(BlommaChart, { input, words }),
    table: compassTable(input, words),
  };
}

import type { ChartWords } from "./chart-words.ts";
import { composeSheet } from "./compose-sheet.ts";
import type { DrawnMultiples } from "./drawn-multiples.ts";
import MultiplesChart from "./MultiplesChart.svelte";
import type { MultiplesInput } from "./multiples-input.ts";
import { multiplesTable } from "./multiples-table.ts";
import { panelFrame } from "./panel-frame.ts";
import { renderSvg } from "./render-svg.server.ts";
import { splitPanels } from "./split-panels.ts";

export type { DrawnMultiples };

export function drawMultiples(input: MultiplesInput, words: ChartWords): DrawnMultiples {
  return {
    caption: input.caption,
    panels: splitPanels(renderSvg(MultiplesChart, { input, words })),
    raters: input.raters,
    scaleText: words.scale(input.scale.lowest, input.scale.highest),
    table: multiplesTable(input, words),
  };
}

/** The same as one drawing, four panels a row with the raters named below: what is saved as a file. */
export function drawMultiplesSheet(input: MultiplesInput, words: ChartWords): string {
  const { panels, raters, scaleText } = drawMultiples(input, words);
  return composeSheet({ panels, raters, scaleText, title: input.title, frame: panelFrame, perRow: 4 });
}

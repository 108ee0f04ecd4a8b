import type { ChartWords } from "./chart-words.ts";
import ReadingChart from "./ReadingChart.svelte";
import { narrowReadingFrame, wideReadingFrame } from "./reading-frame.ts";
import type { ReadingInput } from "./reading-input.ts";
import { readingTable } from "./reading-table.ts";
import { renderSvg } from "./render-svg.server.ts";
import type { DrawnChart } from "./types.ts";

/** Area by area, from the score before to the score now, with what the change is called. */
export function drawReading(input: ReadingInput, words: ChartWords): DrawnChart {
  return {
    caption: input.caption,
    svg: renderSvg(ReadingChart, { input, words, frame: wideReadingFrame }),
    narrowSvg: renderSvg(ReadingChart, { input, words, frame: narrowReadingFrame }),
    table: readingTable(input, words),
  };
}

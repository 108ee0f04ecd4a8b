import type { ChartWords } from "#lib/charts/chart-words.ts";
import { compassTable } from "#lib/charts/compass-table.ts";
import { drawCompass } from "#lib/charts/draw-compass.server.ts";
import { drawMultiplesSheet } from "#lib/charts/draw-multiples.server.ts";
import { drawReading } from "#lib/charts/draw-reading.server.ts";
import { multiplesTable } from "#lib/charts/multiples-table.ts";
import { readingTable } from "#lib/charts/reading-table.ts";
import type { ChartTable } from "#lib/charts/types.ts";
import type { ChartName } from "./to-chart-files.ts";
import type { ChildPage } from "./to-child-page.ts";

export type ChartFile = { readonly title: string; readonly svg: string; readonly table: ChartTable };

/** One of the page's charts with the same numbers as on the page. */
export function drawChartFile(name: ChartName, page: ChildPage, words: ChartWords): ChartFile {
  const { compass, reading, multiples } = page;
  switch (name) {
    case "over-tid":
      return {
        title: multiples.title,
        svg: drawMultiplesSheet(multiples, words),
        table: multiplesTable(multiples, words),
      };
    case "omrade-for-omrade":
      return {
        title: reading.title,
        svg: drawReading(reading, words).svg,
        table: readingTable(reading, words),
      };
    case "kompass":
      return {
        title: compass.title,
        svg: drawCompass(compass, words).svg,
        table: compassTable(compass, words),
      };
  }
}

import type { DrawnMultiples, PageMultiples } from "./drawn-multiples.ts";
import { ServerMarkup } from "./server-markup.ts";
import { tableMarkup } from "./table-markup.ts";
import type { ChartTable, DrawnChart, Markup, PageChart, PageTable } from "./types.ts";

/** Whether the browser asks for data alone, having a page of ours open already. */
type Asked = { isDataRequest: boolean };

/**
 * A chart as a load function returns it. With a whole page its markup is in the page and not repeated in the data,
 * which otherwise doubles the page; a browser that asks for data alone gets the markup in the data.
 */
export function sendOnce({ caption, svg, narrowSvg, table }: DrawnChart, asked: Asked): PageChart {
  return {
    caption,
    svg: once(svg, asked),
    ...(narrowSvg === undefined ? {} : { narrowSvg: once(narrowSvg, asked) }),
    table: sendTableOnce(table, asked),
  };
}

/** The same for small multiples. */
export function sendMultiplesOnce(chart: DrawnMultiples, asked: Asked): PageMultiples {
  return {
    ...chart,
    panels: chart.panels.map(({ key, svg }) => ({ key, svg: once(svg, asked) })),
    table: sendTableOnce(chart.table, asked),
  };
}

function sendTableOnce(table: ChartTable, asked: Asked): PageTable {
  return { caption: table.caption, markup: once(tableMarkup(table), asked) };
}

function once(markup: string, { isDataRequest }: Asked): Markup {
  return isDataRequest ? markup : new ServerMarkup(markup);
}

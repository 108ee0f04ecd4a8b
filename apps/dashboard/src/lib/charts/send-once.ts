import type { DrawnMultiples, PageMultiples } from "./drawn-multiples.ts";
import { ServerMarkup } from "./server-markup.ts";
import type { DrawnChart, PageChart } from "./types.ts";

/** Whether the browser asks for data alone, having a page of ours open already. */
type Asked = { isDataRequest: boolean };

/**
 * A chart as a load function returns it. With a whole page its markup is in the page and not repeated in the data,
 * which otherwise doubles the page; a browser that asks for data alone gets the markup in the data.
 */
export function sendOnce(chart: DrawnChart, asked: Asked): PageChart {
  if (asked.isDataRequest) return chart;
  const { narrowSvg, ...rest } = chart;
  const svg = new ServerMarkup(chart.svg);
  return narrowSvg === undefined
    ? { ...rest, svg }
    : { ...rest, svg, narrowSvg: new ServerMarkup(narrowSvg) };
}

/** The same for small multiples. */
export function sendMultiplesOnce(chart: DrawnMultiples, asked: Asked): PageMultiples {
  if (asked.isDataRequest) return chart;
  return { ...chart, panels: chart.panels.map(({ key, svg }) => ({ key, svg: new ServerMarkup(svg) })) };
}

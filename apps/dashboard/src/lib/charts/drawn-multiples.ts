import type { Panel } from "./split-panels.ts";
import type { ChartTable, Markup, PageTable, Rater } from "./types.ts";

/** Small multiples made on the server: a drawing for each area, which the page lays out side by side. */
export type DrawnMultiples = {
  caption: string;
  panels: Panel[];
  raters: Rater[];
  /** What the ends of the scale mean, as a sentence. */
  scaleText: string;
  table: ChartTable;
};

/** The same as a page shows it. */
export type PageMultiples = Omit<DrawnMultiples, "panels" | "table"> & {
  panels: { key: string; svg: Markup }[];
  table: PageTable;
};

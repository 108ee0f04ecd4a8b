import type { ServerMarkup } from "./server-markup.ts";

/**
 * What the charts are drawn from: plain values that a page has already put into words.
 * Nothing here is computed again by a chart; a score comes with the text that stands for it everywhere.
 */

/** Whose eyes: decides colour, mark and dash. */
export type RaterKind = "barn" | "vardnadshavare" | "barnteam" | "profession";

export type Rater = {
  /** Tells one rater from another within a chart, such as `vardnadshavare:1`. */
  key: string;
  kind: RaterKind;
  /** As it stands inside a sentence: "barnet", "Vårdnadshavare Alma". */
  name: string;
};

/** A score on the scale from 1 to 5, exact enough to draw, and as it is written: 2.25 and "2,25". */
export type Score = { value: number; text: string };

/** Why there is no score, in words: "vet ej", "vill inte svara nu", "inget svar". Never drawn as a value. */
type Blank = { blank: string };

export type Rating = Score | Blank;

export const isScore = (rating: Rating | null): rating is Score => rating !== null && "value" in rating;

/** What the ends of the scale mean for this rater's instrument. */
export type Scale = { lowest: string; highest: string };

/** A day for the axis as YYYY-MM-DD, and as it is read: "15 mars 2026". */
export type Day = { date: string; text: string };

/** One of the five ways a comparison can look, and its words. */
export type State = {
  tone: "improvement" | "maintained" | "unchanged" | "decline" | "not-comparable";
  text: string;
};

/** Rows and columns with the same numbers as the drawing: shown under the chart and saved as CSV. */
export type ChartTable = {
  caption: string;
  columns: { label: string; isNumber: boolean }[];
  /** The first cell names the row. */
  rows: string[][];
};

/** A chart made on the server, ready for the page. */
export type DrawnChart = {
  /** One sentence that says what the picture shows; also the picture's name for those who do not see it. */
  caption: string;
  /** Markup of one `<svg>`; colours follow the page's theme. */
  svg: string;
  /** The same for a narrow screen, when the wide one would become too small to read. */
  narrowSvg?: string;
  table: ChartTable;
};

/** Markup as a string, or as what the server has already put on the page. */
export type Markup = string | ServerMarkup;

/** A chart's table as a page shows it. */
export type PageTable = { caption: string; markup: Markup };

/** A chart as a page shows it. */
export type PageChart = {
  caption: string;
  svg: Markup;
  narrowSvg?: Markup;
  table: PageTable;
};

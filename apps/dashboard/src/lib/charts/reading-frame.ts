/**
 * Where things stand in the reading chart, in px of its own. The wide one has all of an area on one row;
 * the narrow one, for a phone, puts name, track and words beneath one another.
 */
export type ReadingFrame = {
  width: number;
  /** Height of the tick numbers above the first row. */
  head: number;
  /** The scale's 1 and 5. */
  track: { from: number; to: number };
  /** From the row's top to the middle of its track. */
  trackDrop: number;
  /** Row height with one line of words; each further line adds `lineHeight`. */
  rowHeight: number;
  lineHeight: number;
  name: { x: number; drop: number };
  values: { x: number; drop: number; anchor: "start" | "end" };
  words: { x: number; drop: number; charactersPerLine: number };
};

export const wideReadingFrame: ReadingFrame = {
  width: 584,
  head: 24,
  track: { from: 132, to: 288 },
  trackDrop: 23,
  rowHeight: 46,
  lineHeight: 20,
  name: { x: 0, drop: 28 },
  values: { x: 308, drop: 28, anchor: "start" },
  words: { x: 384, drop: 28, charactersPerLine: 30 },
};

export const narrowReadingFrame: ReadingFrame = {
  width: 358,
  head: 24,
  track: { from: 10, to: 348 },
  trackDrop: 46,
  rowHeight: 98,
  lineHeight: 20,
  name: { x: 0, drop: 22 },
  values: { x: 358, drop: 22, anchor: "end" },
  words: { x: 0, drop: 80, charactersPerLine: 52 },
};

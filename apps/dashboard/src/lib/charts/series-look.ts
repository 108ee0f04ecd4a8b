import { paint } from "./chart-colours.ts";
import { markPath } from "./mark-path.ts";

export type SeriesLook = {
  colour: string;
  /** What fills a bar inside its outline of `colour`: told apart in black and white too. */
  fill: string;
  mark: string;
  dash: string | undefined;
};

const looks = [
  { colour: paint("accent"), fill: paint("accent"), kind: "barn", dash: undefined },
  { colour: paint("muted"), fill: paint("paper"), kind: "vardnadshavare", dash: "7 4" },
  { colour: paint("rater-barnteam"), fill: paint("line"), kind: "barnteam", dash: "0.1 5" },
  { colour: paint("rater-profession"), fill: paint("edge"), kind: "profession", dash: "9 4 0.1 4" },
] as const;

/** How the n-th series of a statistic is drawn. Throws past the fourth, which could not be told apart. */
export function seriesLook(index: number, size = 4.5): SeriesLook {
  const look = looks[index];
  if (look === undefined) throw new RangeError("A chart has at most four series.");
  return { colour: look.colour, fill: look.fill, mark: markPath(look.kind, size), dash: look.dash };
}

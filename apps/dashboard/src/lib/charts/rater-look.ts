import { raterColour } from "./chart-colours.ts";
import { markPath } from "./mark-path.ts";
import type { RaterKind } from "./types.ts";

/** How a rater is drawn: told apart by colour, by mark and by dash, so that any one of them is enough. */
export type RaterLook = {
  colour: string;
  /** Outline of the mark around 0,0. */
  mark: string;
  /** As `stroke-dasharray`; undefined for a solid line. */
  dash: string | undefined;
};

const dashes: Record<RaterKind, string | undefined> = {
  barn: undefined,
  vardnadshavare: "7 4",
  barnteam: "0.1 5",
  profession: "9 4 0.1 4",
};

/** @param size about half the mark's width, in px */
export function raterLook(kind: RaterKind, size = 5): RaterLook {
  return { colour: raterColour(kind), mark: markPath(kind, size), dash: dashes[kind] };
}

import { raterColour } from "./chart-colours.ts";
import { hollowMarkPath, markPath } from "./mark-path.ts";
import type { Rater, RaterKind } from "./types.ts";

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

const secondGuardianDash = "12 4";

/**
 * Each guardian has a series of the own: the second one's square is hollow and the dashes are longer.
 * @param size about half the mark's width, in px
 */
export function raterLook({ key, kind }: Pick<Rater, "key" | "kind">, size = 5): RaterLook {
  const isAnotherGuardian = kind === "vardnadshavare" && !key.endsWith(":1");
  return {
    colour: raterColour(kind),
    mark: isAnotherGuardian ? hollowMarkPath(size) : markPath(kind, size),
    dash: isAnotherGuardian ? secondGuardianDash : dashes[kind],
  };
}

import { AREAS, type Area, type RaterKind } from "@kompassen/domain/behovskompass";
import type { Draw } from "../draw.ts";
import { CHILD_WORDS, YOUNG_CHILD_WORDS } from "../words/child-words.ts";
import { SCHOOL_FROM, wordsFor } from "../words/words-for-age.ts";

const WORKS_FROM = 3.6;
const HARD_UP_TO = 2.6;

/** A few words beside some of the numbers, in the voice of whoever rates. */
export function tellComments(
  draw: Draw,
  rater: RaterKind,
  child: { readonly givenName: string; readonly years: number },
  levelOf: (area: Area) => number | null,
): Map<Area, string> {
  const comments = new Map<Area, string>();
  for (const area of AREAS) {
    const level = levelOf(area);
    if (level === null) continue;
    const isHard = level <= HARD_UP_TO;
    if (!isHard && level < WORKS_FROM) continue;
    if (!draw.chance(isHard ? 0.4 : 0.08)) continue;
    comments.set(
      area,
      rater === "barn" ? own(draw, area, child.years, isHard) : about(draw, area, child, isHard),
    );
  }
  return comments;
}

function own(draw: Draw, area: Area, years: number, isHard: boolean): string {
  const words = (years < SCHOOL_FROM ? YOUNG_CHILD_WORDS : CHILD_WORDS)[area];
  return draw.pick(isHard ? words.hard : words.good);
}

function about(
  draw: Draw,
  area: Area,
  child: { readonly givenName: string; readonly years: number },
  isHard: boolean,
): string {
  const phrases = wordsFor(child.years).phrases[area];
  return `${child.givenName} ${draw.pick(isHard ? phrases.hard : phrases.better)}.`;
}

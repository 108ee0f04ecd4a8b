import type { Area } from "@kompassen/domain/behovskompass";
import { type AreaPhrases, PHRASES_SCHOOL, PHRASES_SMALL } from "./area-phrases.ts";
import { EVENTS_BABY, PHRASES_BABY, SUPPORTS_BABY } from "./baby-words.ts";
import { EVENTS_SCHOOL, EVENTS_SMALL } from "./event-words.ts";
import { SUPPORTS_SCHOOL, SUPPORTS_SMALL, type SupportWords } from "./support-words.ts";

const PRESCHOOL_FROM = 1.5;
export const SCHOOL_FROM = 6;

interface Words {
  readonly phrases: Record<Area, AreaPhrases>;
  readonly supports: Record<Area, readonly SupportWords[]>;
  readonly events: readonly string[];
}

const BABY: Words = { phrases: PHRASES_BABY, supports: SUPPORTS_BABY, events: EVENTS_BABY };
const SMALL: Words = { phrases: PHRASES_SMALL, supports: SUPPORTS_SMALL, events: EVENTS_SMALL };
const SCHOOL: Words = { phrases: PHRASES_SCHOOL, supports: SUPPORTS_SCHOOL, events: EVENTS_SCHOOL };

/** Words for the small ones are not words for a schoolchild. */
export function wordsFor(years: number): Words {
  if (years < PRESCHOOL_FROM) return BABY;
  return years < SCHOOL_FROM ? SMALL : SCHOOL;
}

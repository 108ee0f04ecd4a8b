import { AREAS, type Area } from "@kompassen/domain/behovskompass";
import type { LocalDate } from "@kompassen/domain/shared";
import type { Draw } from "../draw.ts";
import * as words from "../words/conversation-words.ts";
import { wordsFor } from "../words/words-for-age.ts";
import { OWN_RATING_FROM, yearsOld } from "./age.ts";
import type { ConversationStory } from "./child-story.ts";
import type { ChildLevels } from "./levels.ts";

/** A level under which people still say that thoughts about the child's wellbeing remain. */
export const THOUGHTS_REMAIN_BELOW = 2.7;
const NOTICED_CHANGE = 0.4;

/** The four questions, answered from what went up and what is still hard. */
export function writeConversation(
  draw: Draw,
  at: {
    readonly child: { readonly givenName: string; readonly birthDate: LocalDate };
    readonly index: number;
    readonly levels: ChildLevels;
    readonly heldOn: LocalDate;
    /** Whether the picture matches how the child sees it; null = not asked. */
    readonly matches: boolean | null;
  },
): ConversationStory {
  const { child, index, levels, heldOn, matches } = at;
  const years = yearsOld(child.birthDate, heldOn);
  const { phrases } = wordsFor(years);
  const isYoung = years < OWN_RATING_FROM;
  const level = (area: Area, round: number) => levels.levels[area][round] ?? Number.NaN;
  const change = (area: Area) => level(area, index) - level(area, index - 1);
  const better = AREAS.filter((area) => change(area) >= NOTICED_CHANGE);
  const harder = levels.focus.filter((area) => level(area, index) < THOUGHTS_REMAIN_BELOW);
  // In turn, so that two conversations after one another do not say the same words.
  const inTurn = (list: readonly string[]) => list[index % list.length] ?? draw.pick(list);
  const told = [
    ...better.slice(0, 2).map((area) => inTurn(phrases[area].better)),
    ...harder.slice(0, 2).map((area) => inTurn(phrases[area].hard)),
  ];
  const isWorse = AREAS.some((area) => change(area) <= -NOTICED_CHANGE);
  const mood = isWorse ? "worse" : better.length > 0 ? "better" : harder.length > 0 ? "stuck" : "same";
  const named = (text: string) => text.replaceAll("{namn}", child.givenName);
  const matching = isYoung ? words.PICTURE_MATCHES_YOUNG : words.PICTURE_MATCHES;
  const differing = isYoung ? words.PICTURE_DIFFERS_YOUNG : words.PICTURE_DIFFERS;
  return {
    heldOn,
    whatHasChanged: named(
      told.length === 0
        ? draw.pick(words.NOTHING_CHANGED)
        : told.map((phrase) => `${child.givenName} ${phrase}.`).join(" "),
    ),
    howItFeels: named(draw.pick((isYoung ? words.HOW_IT_FEELS_YOUNG : words.HOW_IT_FEELS)[mood])),
    pictureMatches: matches,
    pictureComment: matches === null ? "" : named(draw.pick(matches ? matching : differing)),
    whatNext: named(draw.pick(isYoung ? words.WHAT_NEXT_YOUNG : words.WHAT_NEXT)),
  };
}

import { AREAS, type Area } from "@kompassen/domain/behovskompass";
import { addDays, type LocalDate } from "@kompassen/domain/shared";
import { type Draw, drawFor } from "../draw.ts";
import { PHRASES_SCHOOL, PHRASES_SMALL } from "../words/area-phrases.ts";
import * as words from "../words/conversation-words.ts";
import { SCHOOL_FROM, yearsOld } from "./age.ts";
import type { ConversationStory, RoundStory, ThoughtStory } from "./child-story.ts";
import type { ChildLevels } from "./levels.ts";
import { earliest, type RatedChild, type ToldRound } from "./tell-rounds.ts";

const THOUGHTS_REMAIN_BELOW = 2.7;
const LOW_RATING = 3;
const NOTICED_CHANGE = 0.4;

/** What was said after each round: the conversation, and per area whether thoughts remain, targets, what to work on. */
export function tellConversations(
  child: RatedChild,
  rounds: readonly ToldRound[],
  levels: ChildLevels,
  today: LocalDate,
): RoundStory[] {
  const targets = tellTargets(child.key, levels.focus);
  return rounds.map((round, index) => {
    const draw = drawFor(child.key, "conversation", index);
    const isFirst = index === 0;
    const isLatest = index === rounds.length - 1;
    const isHeld = draw.chance(isLatest ? 0.72 : 0.86);
    if (!isHeld) return { ...round, thoughts: new Map(), conversation: null };
    const lastDay = round.assessments.map(({ assessedOn }) => assessedOn).reduce((a, b) => (a > b ? a : b));
    const heldOn = earliest(addDays(lastDay, draw.whole(1, 10)), addDays(today, -1));
    return {
      ...round,
      thoughts: tellThoughts(draw, { index, isFirst, round, levels, targets }),
      conversation: isFirst ? null : tellConversation(draw, { child, index, levels, heldOn }),
    };
  });
}

/** Set with the family for about half of what is worked on; never a five for its own sake. */
function tellTargets(key: string, focus: readonly Area[]): Map<Area, string> {
  const draw = drawFor(key, "targets");
  return new Map(
    focus.flatMap((area) => (draw.chance(0.5) ? [[area, draw.pick(["3.00", "3.50", "4.00"])] as const] : [])),
  );
}

function tellThoughts(
  draw: Draw,
  after: {
    readonly index: number;
    readonly isFirst: boolean;
    readonly round: ToldRound;
    readonly levels: ChildLevels;
    readonly targets: ReadonlyMap<Area, string>;
  },
): Map<Area, ThoughtStory> {
  const { index, isFirst, round, levels, targets } = after;
  const thoughts = new Map<Area, ThoughtStory>();
  for (const area of AREAS) {
    const isFocus = levels.focus.includes(area);
    if (!isFocus && !isRatedLow(round, area)) continue;
    const level = levels.levels[area][index] ?? Number.NaN;
    const isAnswered = !isFirst && draw.chance(0.96);
    thoughts.set(area, {
      concern: isAnswered ? level < THOUGHTS_REMAIN_BELOW : null,
      target: targets.get(area) ?? null,
      workOn: isFocus && level < 4,
    });
  }
  return thoughts;
}

function isRatedLow({ assessments }: ToldRound, area: Area): boolean {
  return assessments.some(({ answers }) => {
    const values = [...answers[area]].map(Number).filter((value) => value >= 1);
    return values.length > 0 && values.reduce((sum, value) => sum + value, 0) / values.length <= LOW_RATING;
  });
}

function tellConversation(
  draw: Draw,
  at: {
    readonly child: RatedChild;
    readonly index: number;
    readonly levels: ChildLevels;
    readonly heldOn: LocalDate;
  },
): ConversationStory {
  const { child, index, levels, heldOn } = at;
  const phrases = yearsOld(child.birthDate, heldOn) < SCHOOL_FROM ? PHRASES_SMALL : PHRASES_SCHOOL;
  const change = (area: Area) => (levels.levels[area][index] ?? 0) - (levels.levels[area][index - 1] ?? 0);
  const better = AREAS.filter((area) => change(area) >= NOTICED_CHANGE);
  const harder = levels.focus.filter((area) => (levels.levels[area][index] ?? 0) < THOUGHTS_REMAIN_BELOW);
  const told = [
    ...better.slice(0, 2).map((area) => draw.pick(phrases[area].better)),
    ...harder.slice(0, 2).map((area) => draw.pick(phrases[area].hard)),
  ];
  const mood = harder.some((area) => change(area) <= -NOTICED_CHANGE)
    ? "worse"
    : better.length > 0
      ? "better"
      : "same";
  const matches = draw.weighted({ yes: 0.82, no: 0.1, notAsked: 0.08 });
  const name = (text: string) => text.replaceAll("{namn}", child.givenName);
  return {
    heldOn,
    whatHasChanged:
      told.length === 0
        ? draw.pick(words.NOTHING_CHANGED)
        : told.map((phrase) => `${child.givenName} ${phrase}.`).join(" "),
    howItFeels: name(draw.pick(words.HOW_IT_FEELS[mood])),
    pictureMatches: matches === "notAsked" ? null : matches === "yes",
    pictureComment:
      matches === "no"
        ? name(draw.pick(words.PICTURE_DIFFERS))
        : matches === "yes"
          ? name(draw.pick(words.PICTURE_MATCHES))
          : "",
    whatNext: name(draw.pick(words.WHAT_NEXT)),
  };
}

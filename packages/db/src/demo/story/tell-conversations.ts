import { AREAS, type Area } from "@kompassen/domain/behovskompass";
import { addDays, type LocalDate } from "@kompassen/domain/shared";
import { type Draw, drawFor } from "../draw.ts";
import type { RoundStory, ThoughtStory } from "./child-story.ts";
import type { ChildLevels } from "./levels.ts";
import { earliest, type RatedChild, type ToldRound } from "./tell-rounds.ts";
import { latestWorkday } from "./workday.ts";
import { THOUGHTS_REMAIN_BELOW, writeConversation } from "./write-conversation.ts";

const LOW_RATING = 3;

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
    const isHeld = draw.chance(isLatest ? 0.84 : 0.88);
    if (!isHeld) return { ...round, thoughts: new Map(), conversation: null };
    const lastDay = round.assessments.map(({ assessedOn }) => assessedOn).reduce((a, b) => (a > b ? a : b));
    const heldOn = latestWorkday(earliest(addDays(lastDay, draw.whole(1, 10)), addDays(today, -1)));
    return {
      ...round,
      thoughts: tellThoughts(draw, { index, isFirst, round, levels, targets }),
      conversation: isFirst
        ? null
        : writeConversation(draw, { child, index, levels, heldOn, matches: tellMatch(draw) }),
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

/** Mostly the picture is the child's own; now and then it was not asked. */
function tellMatch(draw: Draw): boolean | null {
  const match = draw.weighted({ yes: 0.82, no: 0.1, notAsked: 0.08 });
  return match === "notAsked" ? null : match === "yes";
}

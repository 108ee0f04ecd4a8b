import { AREAS, type Area, parseRater, type RaterKey, raterKey } from "@kompassen/domain/behovskompass";
import { addDays, type LocalDate } from "@kompassen/domain/shared";
import { type Draw, drawFor } from "../draw.ts";
import { formOn } from "../forms.ts";
import { ageFormOf, OWN_RATING_FROM, yearsOld } from "../story/age.ts";
import type { AssessmentStory, ChildStory, RoundStory, ThoughtStory } from "../story/child-story.ts";
import { tellComments } from "../story/comments.ts";
import type { ChildLevels } from "../story/levels.ts";
import { OWN_PROFESSION } from "../story/raters.ts";
import { stayOn } from "../story/stays.ts";
import { earliest } from "../story/tell-rounds.ts";
import { latestWorkday } from "../story/workday.ts";
import { writeConversation } from "../story/write-conversation.ts";
import type { CaseScript } from "./case-script.ts";
import { commonLevel, levelOf, scriptedAnswers } from "./scripted-answers.ts";

type Told = Pick<ChildStory, "givenName" | "birthDate" | "stays"> & {
  readonly key: string;
  readonly guardians: number;
};

/** One round of a script: everybody rates within a week, and the conversation follows unless the script says not yet. */
export function tellCaseRound(
  script: CaseScript,
  child: Told,
  levels: ChildLevels,
  openedOn: LocalDate,
  round: number,
  today: LocalDate,
): RoundStory {
  const yesterday = addDays(today, -1);
  const isLatest = round === script.weeksAgo.length - 1;
  const draw = drawFor(child.key, "scripted", round);
  const assessments = ratersOf(child, openedOn).flatMap((rater, index) => {
    const assessedOn = latestWorkday(earliest(addDays(openedOn, index), yesterday));
    const told = tellCaseAssessment(draw, script, child, rater, { assessedOn, round, today });
    const isOpened = isLatest && script.openedOnPurpose === true;
    return told === null ? [] : [{ ...told, uninfluenced: !isOpened }];
  });
  const isHeld = round > 0 && (!isLatest || script.isTalkedThrough);
  const heldOn = latestWorkday(earliest(addDays(openedOn, 6), yesterday));
  const matches = !(isLatest && script.pictureDiffers === true);
  return {
    openedOn,
    assessments,
    thoughts: round === 0 || isHeld ? thoughtsOf(script, child.key, round) : new Map(),
    conversation: isHeld ? writeConversation(draw, { child, index: round, levels, heldOn, matches }) : null,
  };
}

function ratersOf(child: Told, day: LocalDate): RaterKey[] {
  const { stage } = stayOn(child.stays, day);
  const raters = [
    ...(yearsOld(child.birthDate, day) >= OWN_RATING_FROM ? ["barn"] : []),
    "vardnadshavare:1",
    ...(child.guardians > 1 ? ["vardnadshavare:2"] : []),
    "barnteam",
    `profession:${OWN_PROFESSION[stage]}`,
  ];
  return raters.map(raterKey);
}

function tellCaseAssessment(
  draw: Draw,
  script: CaseScript,
  child: Told,
  rater: RaterKey,
  at: { readonly assessedOn: LocalDate; readonly round: number; readonly today: LocalDate },
): AssessmentStory | null {
  const { assessedOn, round, today } = at;
  const { kind } = parseRater(rater);
  const years = yearsOld(child.birthDate, assessedOn);
  const form = formOn(kind, stayOn(child.stays, assessedOn).unit, assessedOn, today);
  const answers = scriptedAnswers(script, child.key, rater, form, round);
  if (answers === null) return null;
  const levelNow = (area: Area) => {
    const level = levelOf(script, child.key, area, rater, round);
    return typeof level === "number" ? level : null;
  };
  return {
    rater,
    form,
    ageForm: kind === "barn" ? ageFormOf(years, 0) : null,
    assessedOn,
    registeredOn: latestWorkday(earliest(addDays(assessedOn, 1), addDays(today, -1))),
    answers,
    comments: tellComments(draw, kind, { givenName: child.givenName, years }, levelNow),
    startingArea: kind === "barn" ? draw.pick(AREAS) : null,
    uninfluenced: true,
    correctedFrom: null,
  };
}

/** The first round has nothing to look back on: there, only what to work on and a goal. */
function thoughtsOf(script: CaseScript, key: string, round: number): Map<Area, ThoughtStory> {
  return new Map(
    AREAS.flatMap((area) => {
      const told = script.areas[area];
      if (told === undefined) return [];
      const concern = told.thoughtsRemain?.[round] ?? null;
      return [
        [
          area,
          { concern, target: told.target ?? null, workOn: commonLevel(script, key, area, round) < 4 },
        ] as const,
      ];
    }),
  );
}

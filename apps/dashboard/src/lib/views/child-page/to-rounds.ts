import type { CommentView, Round, RoundAssessment } from "@kompassen/api/behovskompass";
import { AREAS, areaName } from "@kompassen/domain/behovskompass";
import { DEFAULT_RULES, flagText } from "@kompassen/domain/follow-up";
import { dateText, daysBetween } from "@kompassen/domain/shared";
import { compassSearch } from "#lib/behovskompass/choose-compasses.ts";
import { toRater } from "#lib/behovskompass/rater-name.ts";
import type { Rater } from "#lib/charts/types.ts";
import { childPaths, type PageWords } from "./page-words.ts";

export type RoundView = {
  readonly compassId: string;
  readonly dayText: string;
  readonly raterNames: string;
  readonly hasConversation: boolean;
  readonly conversationHref: string;
  /** The child has answered that the picture does not match. */
  readonly isDoubted: boolean;
  readonly assessments: readonly AssessmentView[];
};

type AssessmentView = {
  readonly id: string;
  readonly rater: Rater;
  readonly dayText: string;
  /** Shows this rater's compass of this round. */
  readonly href: string;
  /** Uninfluenced or not, late, corrected. */
  readonly facts: readonly string[];
  readonly comments: readonly { readonly areaName: string; readonly text: string }[];
};

/** Who rated in each round and how, the latest round first. */
export function toRounds(
  rounds: readonly Round[],
  comments: readonly CommentView[],
  words: PageWords,
): RoundView[] {
  return rounds.toReversed().map((round) => {
    const assessments = round.assessments.map((one) => toAssessment(one, round, comments, words));
    return {
      compassId: round.compassId,
      dayText: dateText(lastDay(round), words.language),
      raterNames: assessments.map(({ rater }) => rater.name).join(", "),
      hasConversation: round.hasConversation,
      conversationHref: childPaths(words.childId).conversation(round.compassId),
      isDoubted: round.pictureMatches === false,
      assessments,
    };
  });
}

function lastDay({ assessments, openedOn }: Round): Round["openedOn"] {
  const [last] = assessments
    .map(({ assessedOn }) => assessedOn)
    .toSorted()
    .reverse();
  return last ?? openedOn;
}

function toAssessment(
  assessment: RoundAssessment,
  { compassId }: Round,
  comments: readonly CommentView[],
  words: PageWords,
): AssessmentView {
  const { rater } = assessment;
  const said = comments.filter((one) => one.compassId === compassId && one.rater === rater);
  return {
    id: assessment.id,
    rater: toRater(rater, words.guardians, words.words.raters),
    dayText: dateText(assessment.assessedOn, words.language),
    href: childPaths(words.childId).compass + compassSearch({ rater, current: compassId }),
    facts: factsOf(assessment, words),
    comments: AREAS.flatMap((area) =>
      said
        .filter((one) => one.area === area)
        .map(({ text }) => ({ areaName: areaName(area, words.language), text })),
    ),
  };
}

function factsOf(
  { uninfluenced, revision, ageForm, assessedOn, registeredOn }: RoundAssessment,
  { page, language }: PageWords,
): string[] {
  const isLate = daysBetween(assessedOn, registeredOn) > DEFAULT_RULES.lateRegistrationAboveDays;
  const words = page.rounds;
  return [
    uninfluenced === null ? words.influenceUnknown : uninfluenced ? words.uninfluenced : words.influenced,
    ...(ageForm === null ? [] : [words.ageForm(ageForm)]),
    ...(isLate ? [flagText("late_registration", language)] : []),
    ...(revision > 1 ? [words.corrected(revision)] : []),
  ];
}

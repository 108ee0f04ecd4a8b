import { AREAS, type Area, parseRater, type RaterKey } from "@kompassen/domain/behovskompass";
import { addDays, type LocalDate } from "@kompassen/domain/shared";
import { type Draw, drawFor } from "../draw.ts";
import { formOn, STATEMENT_COUNTS } from "../forms.ts";
import { CORRECTION_REASONS } from "../words/conversation-words.ts";
import { ageFormOf, yearsOld } from "./age.ts";
import { singleAnswers, statementAnswers } from "./answers.ts";
import type { AreaAnswers, AssessmentStory, Stay } from "./child-story.ts";
import { tellComments } from "./comments.ts";
import type { Levels } from "./levels.ts";
import { otherProfession, tellRaters } from "./raters.ts";
import { stayOn } from "./stays.ts";
import { latestWorkday } from "./workday.ts";

/** The child as far as it is known when the rounds are told. */
export interface RatedChild {
  readonly key: string;
  readonly givenName: string;
  readonly birthDate: LocalDate;
  readonly guardians: number;
  readonly stays: readonly Stay[];
  readonly barnteamFrom: LocalDate | null;
  readonly stodsamordnareFrom: LocalDate | null;
}

export interface ToldRound {
  readonly openedOn: LocalDate;
  readonly assessments: readonly AssessmentStory[];
}

/** What each rater answered in each round, seen through their own eyes. */
export function tellRounds(
  child: RatedChild,
  days: readonly LocalDate[],
  levels: Levels,
  today: LocalDate,
): ToldRound[] {
  const yesterday = addDays(today, -1);
  const nature = drawFor(child.key, "nature");
  const secondTakesPart = nature.chance(0.6);
  const lateBy = nature.pick([0, 0, 0.6]);
  return days.map((openedOn, round) => {
    const draw = drawFor(child.key, "round", round);
    const { stage, unit } = stayOn(child.stays, openedOn);
    const years = yearsOld(child.birthDate, openedOn);
    const raters = tellRaters(draw, {
      years,
      stage,
      guardians: child.guardians,
      secondTakesPart,
      isInBarnteam: isReached(child.barnteamFrom, openedOn),
      hasStodsamordnare: isReached(child.stodsamordnareFrom, openedOn),
      other: otherProfession(drawFor(child.key, "other", stage), stage),
    });
    const levelOf = (area: Area) => levels[area][round] ?? Number.NaN;
    const assessments = raters.map((rater) =>
      tellAssessment(draw, { child, rater, openedOn, round, years, lateBy, unit, levelOf, today, yesterday }),
    );
    return { openedOn, assessments };
  });
}

interface Occasion {
  readonly child: RatedChild;
  readonly rater: RaterKey;
  readonly openedOn: LocalDate;
  readonly round: number;
  readonly years: number;
  readonly lateBy: number;
  readonly unit: string;
  readonly levelOf: (area: Area) => number;
  readonly today: LocalDate;
  readonly yesterday: LocalDate;
}

function tellAssessment(draw: Draw, occasion: Occasion): AssessmentStory {
  const { child, rater, openedOn, round, years, lateBy, unit, levelOf, today, yesterday } = occasion;
  const { kind } = parseRater(rater);
  const assessedOn = latestWorkday(earliest(addDays(openedOn, draw.whole(0, 9)), yesterday));
  const delay = draw.chance(0.04) ? draw.whole(15, 40) : draw.whole(0, 4);
  const form = formOn(kind, unit, assessedOn, today);
  const seriesKey = `${child.key}/${rater}`;
  const answers =
    kind === "barn" || kind === "vardnadshavare"
      ? singleAnswers(draw, seriesKey, kind, levelOf)
      : form === "samtalsunderlag 1"
        ? singleAnswers(draw, seriesKey, "vardnadshavare", levelOf)
        : statementAnswers(draw, seriesKey, kind, STATEMENT_COUNTS, levelOf);
  return {
    rater,
    form,
    ageForm: kind === "barn" ? ageFormOf(years, lateBy) : null,
    assessedOn,
    registeredOn: latestWorkday(earliest(addDays(assessedOn, delay), yesterday)),
    answers,
    comments: tellComments(draw, kind, { givenName: child.givenName, years }, levelOf),
    startingArea: kind === "barn" ? draw.pick(AREAS) : null,
    uninfluenced: round === 0 || !draw.chance(0.05),
    correctedFrom: draw.chance(0.015) ? misread(draw, answers) : null,
  };
}

/** One area was copied wrongly from paper: the lowest on every line. */
function misread(draw: Draw, answers: AreaAnswers): AssessmentStory["correctedFrom"] {
  const area = draw.pick(AREAS);
  return {
    answers: { ...answers, [area]: "1".repeat(answers[area].length) },
    reason: draw.pick(CORRECTION_REASONS),
  };
}

function isReached(day: LocalDate | null, now: LocalDate): boolean {
  return day !== null && day <= now;
}

export function earliest(a: LocalDate, b: LocalDate): LocalDate {
  return a < b ? a : b;
}

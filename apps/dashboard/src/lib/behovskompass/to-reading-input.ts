import { areaName } from "@kompassen/domain/behovskompass";
import { type Comparison, type Flag, flagText, isComparable, reasonText } from "@kompassen/domain/follow-up";
import { meanText } from "@kompassen/domain/shared";
import type { ReadingArea, ReadingInput } from "#lib/charts/reading-input.ts";
import type { CompassChoice } from "./choose-compasses.ts";
import type { DrawingWords } from "./drawing-words.ts";
import { raterName, toRater } from "./rater-name.ts";
import type { AreaReading } from "./read-areas.ts";
import { stateOf } from "./state-of.ts";
import { scaleOf } from "./to-compass-input.ts";
import { toDay, toRating, toScore } from "./to-rating.ts";

/**
 * The chosen compass area by area with what each change is called.
 * @param doubt said beside every label, when the child has answered that the picture does not match
 */
export function toReadingInput(
  choice: CompassChoice,
  readings: readonly AreaReading[],
  drawing: DrawingWords,
  doubt: string | null,
): ReadingInput {
  const { language, guardians, words } = drawing;
  const currentDay = toDay(choice.current.assessedOn, language);
  const previousDay = choice.previous === null ? null : toDay(choice.previous.assessedOn, language);
  const name = raterName(choice.rater, guardians, words.raters);
  const shared = sharedFlags(readings);
  return {
    title: words.readingTitle,
    caption: [
      words.readingCaption(name, currentDay.text, previousDay?.text ?? null),
      ...shared.map((flag) => `${flagText(flag, language)}.`),
    ].join(" "),
    rater: toRater(choice.rater, guardians, words.raters),
    scale: scaleOf(readings, language),
    currentDay,
    previousDay,
    areas: readings.map((reading) => toReadingArea(reading, drawing, { shared, doubt })),
  };
}

/** What holds for the compass as a whole, such as a short interval, is said once and not in each row. */
function sharedFlags(readings: readonly AreaReading[]): Flag[] {
  const compared = readings.flatMap(({ comparison }) =>
    comparison !== null && isComparable(comparison) ? [comparison] : [],
  );
  const [first, ...rest] = compared;
  if (first === undefined || rest.length === 0) return [];
  return first.flags.filter(
    (flag) => WHOLE_COMPASS.includes(flag) && rest.every(({ flags }) => flags.includes(flag)),
  );
}

const WHOLE_COMPASS: readonly Flag[] = [
  "short_interval",
  "long_interval",
  "late_registration",
  "different_age_form",
];

type Said = { readonly shared: readonly Flag[]; readonly doubt: string | null };

function toReadingArea(reading: AreaReading, drawing: DrawingWords, { shared, doubt }: Said): ReadingArea {
  const { language, words } = drawing;
  const { area, current, comparison } = reading;
  return {
    key: area,
    name: areaName(area, language),
    current: toRating(current?.rating ?? null, words.unanswered, language),
    previous: previousOf(reading, drawing),
    state:
      comparison === null
        ? { tone: "not-comparable", text: words.firstRating }
        : stateOf(comparison, language),
    flags: [
      ...(comparison === null ? [] : notesOf(comparison, shared, drawing)),
      ...(comparison === null || doubt === null ? [] : [doubt]),
    ],
  };
}

/** The score compared with: the latest earlier one, which may lie further back than the compass drawn behind. */
function previousOf(
  { comparison, current }: AreaReading,
  { language }: DrawingWords,
): ReadingArea["previous"] {
  const previous = comparison?.previous ?? null;
  if (previous === null || previous.score === null || current === null) return null;
  return {
    rating: toScore(previous.score, current.rating.kind, language),
    day: toDay(previous.assessedOn, language),
  };
}

function notesOf(
  comparison: Comparison,
  shared: readonly Flag[],
  { language, words }: DrawingWords,
): string[] {
  if (!isComparable(comparison)) return [reasonText(comparison.reason, language)];
  const { flags, meanBefore, meanNow, commonStatements } = comparison;
  return flags
    .filter((flag) => !shared.includes(flag))
    .map((flag) =>
      flag === "common_statements_only"
        ? words.onCommon(commonStatements, meanText(meanBefore, language), meanText(meanNow, language))
        : flagText(flag, language),
    );
}

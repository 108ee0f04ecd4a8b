import { type Answer, AREAS, type AreaRating } from "../behovskompass/index.ts";
import type { Assessment, ChildHistory } from "../follow-up/index.ts";
import { type Fraction, toDecimalText } from "../shared/index.ts";
import { writeAnswer } from "./read-value.ts";

/** The rows of one child in the order of HISTORY_COLUMNS: what reads back as the same history. */
export function* writeHistoryRows(child: ChildHistory & { readonly childId: string }): Generator<string[]> {
  for (const assessment of child.assessments)
    yield* assessmentRows(child.childId, assessment, child.thoughts);
}

function* assessmentRows(
  childId: string,
  assessment: Assessment,
  thoughts: ChildHistory["thoughts"],
): Generator<string[]> {
  for (const area of AREAS) {
    const rating = assessment.ratings.get(area);
    if (rating === undefined) continue;
    const said = thoughts.get(assessment.compassId)?.get(area);
    for (const [statement, answer] of answersOf(rating)) {
      yield [
        childId,
        assessment.compassId,
        assessment.assessedOn,
        assessment.registeredOn,
        assessment.rater,
        assessment.instrument,
        assessment.instrumentVersion,
        assessment.ageForm ?? "",
        area,
        statement,
        writeAnswer(answer),
        writeConcern(said?.concern),
        writeTarget(said?.target),
      ];
    }
  }
}

function answersOf(rating: AreaRating): Iterable<readonly [string, Answer]> {
  return rating.kind === "single" ? [["", rating.answer]] : rating.answers;
}

function writeConcern(concern: boolean | null | undefined): string {
  if (concern === null || concern === undefined) return "";
  return concern ? "yes" : "no";
}

const TARGET_DECIMALS = 6;

function writeTarget(target: Fraction | null | undefined): string {
  if (target === null || target === undefined) return "";
  return toDecimalText(target, TARGET_DECIMALS).replace(/\.?0+$/, "");
}

import { AREAS, areaScore } from "../behovskompass/index.ts";
import { type Assessment, deriveConcern, NO_THOUGHTS, type RuleSet } from "../follow-up/index.ts";
import { compareText, type Fraction } from "../shared/index.ts";
import { type CountedChild, type CountedGroup, isWithin, kindOf, type RatedArea } from "./counted-child.ts";
import { type Lasar, spanOfLasar } from "./period.ts";

/** A child's one score of an area by one kind of rater in a läsår. */
export interface LastRating extends RatedArea, CountedGroup {
  readonly score: Fraction;
  /** Thoughts remain: as answered, else presumed from the score and the target. */
  readonly needsStrengthening: boolean;
}

/**
 * One score per area and kind of rater: the last assessment registered in the läsår that has one. The last,
 * because it is how the child is when the läsår ends and needs no average over unequally many compasses;
 * by registration, because a läsår that is released must never change.
 */
export function lastRatings({ history, groupOn }: CountedChild, lasar: Lasar, rules: RuleSet): LastRating[] {
  const span = spanOfLasar(lasar);
  const inOrder = history.assessments
    .filter(({ registeredOn }) => isWithin(span, registeredOn))
    .toSorted(compareAssessments);
  return AREAS.flatMap((area) => {
    const last = new Map<string, LastRating>();
    for (const assessment of inOrder) {
      const rating = assessment.ratings.get(area);
      const score = rating === undefined ? null : areaScore(rating);
      if (score === null) continue;
      const rater = kindOf(assessment.rater);
      const thoughts = history.thoughts.get(assessment.compassId)?.get(area) ?? NO_THOUGHTS;
      const { remains } = deriveConcern(score, thoughts, rules);
      last.set(rater, { area, rater, ...groupOn(assessment.assessedOn), score, needsStrengthening: remains });
    }
    return [...last.values()];
  });
}

function compareAssessments(a: Assessment, b: Assessment): number {
  return (
    compareText(a.registeredOn, b.registeredOn) ||
    compareText(a.assessedOn, b.assessedOn) ||
    compareText(a.rater, b.rater) ||
    compareText(a.compassId, b.compassId)
  );
}

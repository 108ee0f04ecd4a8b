import {
  type Answer,
  type Area,
  type AreaRating,
  isArea,
  type RaterKey,
  raterKey,
} from "@kompassen/domain/behovskompass";
import {
  type Assessment,
  compareChild,
  DEFAULT_RULES,
  type Series,
  type Thoughts,
} from "@kompassen/domain/follow-up";
import { type LocalDate, localDate } from "@kompassen/domain/shared";

type Ratings = Partial<Record<Area, Answer | readonly Answer[]>>;

/** A child's compasses as a test tells them; the round is named by the test and the day is the assessment's. */
export class HistoryBuilder {
  readonly #assessments: Assessment[] = [];
  readonly #thoughts = new Map<string, Map<Area, Thoughts>>();

  /** One number an area is a single rating; several are the statements of a form. */
  rated(rater: string, compassId: string, day: string, ratings: Ratings): this {
    const key: RaterKey = raterKey(rater);
    const isOwn = rater === "barn" || rater.startsWith("vardnadshavare");
    this.#assessments.push({
      compassId,
      rater: key,
      assessedOn: localDate(day),
      registeredOn: localDate(day),
      instrument: isOwn ? "samtalsunderlag" : "skattningsformular",
      instrumentVersion: "1",
      ageForm: isOwn ? "6-12" : null,
      ratings: new Map(
        Object.entries(ratings).flatMap(([area, answers]) =>
          isArea(area) && answers !== undefined ? [[area, toRating(answers)] as const] : [],
        ),
      ),
    });
    return this;
  }

  /** What was answered in the conversation after a round. */
  answered(compassId: string, area: Area, concern: boolean): this {
    const ofRound = this.#thoughts.get(compassId) ?? new Map<Area, Thoughts>();
    this.#thoughts.set(compassId, ofRound.set(area, { concern, target: null }));
    return this;
  }

  compared(): Series[] {
    return compareChild({ assessments: this.#assessments, thoughts: this.#thoughts }, DEFAULT_RULES);
  }
}

export const aHistory = (): HistoryBuilder => new HistoryBuilder();

export const day = (text: string): LocalDate => localDate(text);

function toRating(answers: Answer | readonly Answer[]): AreaRating {
  if (typeof answers === "number" || typeof answers === "string") return { kind: "single", answer: answers };
  return { kind: "statements", answers: new Map(answers.map((answer, index) => [`s${index}`, answer])) };
}

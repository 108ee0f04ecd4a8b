import type { Area } from "@kompassen/domain/behovskompass";
import {
  type ChildHistory,
  compareChild,
  DEFAULT_RULES,
  indexEquivalences,
  NO_THOUGHTS,
  type RaisedSignal,
  raiseSignals,
} from "@kompassen/domain/follow-up";
import { decimal } from "@kompassen/domain/shared";
import { FORMS } from "../forms.ts";
import type { ChildStory } from "../story/child-story.ts";
import { toRatings } from "./assessment-rows.ts";

const EQUIVALENCES = indexEquivalences(
  Object.values(FORMS).flatMap(({ instrument }) => instrument.equivalences),
);

/** An area that a round of the story raises; rounds are told apart by their place in the story. */
export interface Raised {
  readonly round: number;
  readonly area: Area;
  readonly raisedBy: RaisedSignal["raisedBy"];
  /** Only what was written wrongly raised it: since the correction it no longer holds. */
  readonly isSuperseded: boolean;
}

/** What the domain raises over the whole story, and what it raised before a wrong assessment was corrected. */
export function raiseOverStory(story: ChildStory): Raised[] {
  const now = raiseAll(story, "as it is");
  const known = new Set(now.map(keyOf));
  const hasCorrection = story.rounds.some(({ assessments }) =>
    assessments.some(({ correctedFrom }) => correctedFrom !== null),
  );
  if (!hasCorrection) return now;
  const before = raiseAll(story, "before corrections").filter((raised) => !known.has(keyOf(raised)));
  return [...now, ...before.map((raised) => ({ ...raised, isSuperseded: true }))];
}

function raiseAll(story: ChildStory, reading: "as it is" | "before corrections"): Raised[] {
  const series = compareChild(toHistory(story, reading), DEFAULT_RULES, EQUIVALENCES);
  return story.rounds.flatMap((_, round) =>
    raiseSignals(series, String(round), DEFAULT_RULES).map(({ area, raisedBy }) => ({
      round,
      area,
      raisedBy,
      isSuperseded: false,
    })),
  );
}

function toHistory(story: ChildStory, reading: "as it is" | "before corrections"): ChildHistory {
  return {
    assessments: story.rounds.flatMap(({ assessments }, round) =>
      assessments.map(({ rater, assessedOn, registeredOn, form, ageForm, answers, correctedFrom }) => ({
        compassId: String(round),
        rater,
        assessedOn,
        registeredOn,
        instrument: FORMS[form].instrument.id,
        instrumentVersion: FORMS[form].instrument.version,
        ageForm,
        ratings: toRatings(form, reading === "as it is" ? answers : (correctedFrom?.answers ?? answers)),
      })),
    ),
    thoughts: new Map(
      story.rounds.map(({ thoughts }, round) => [
        String(round),
        new Map(
          [...thoughts].map(([area, { concern, target }]) => [
            area,
            { ...NO_THOUGHTS, concern, target: target === null ? null : decimal(target) },
          ]),
        ),
      ]),
    ),
  };
}

const keyOf = ({ round, area }: Raised) => `${round} ${area}`;

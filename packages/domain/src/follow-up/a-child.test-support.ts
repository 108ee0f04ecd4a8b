import { type Answer, AREAS, type Area, type AreaRating, raterKey } from "../behovskompass/index.ts";
import { addDays, decimal } from "../shared/index.ts";
import { FIRST_DAY, single } from "./a-series.test-support.ts";
import type { Assessment } from "./child-history.ts";
import { compareChild, type Series } from "./compare-child.ts";
import { DEFAULT_RULES } from "./rule-set.ts";
import type { Thoughts } from "./series-entry.ts";

type Ratings = Partial<Record<Area, AreaRating | Answer>>;

export type Round = {
  readonly days: number;
  readonly rater: string;
  readonly ratings: Ratings;
  /** The round it belongs to; by default one of its own day. */
  readonly compassId?: string;
};

export function anAssessment({ days, rater, ratings, compassId }: Round): Assessment {
  const listed = AREAS.flatMap((area): [Area, AreaRating][] => {
    const rating = ratings[area];
    if (rating === undefined) return [];
    return [[area, typeof rating === "object" ? rating : single(rating)]];
  });
  const isSingle = listed.every(([, { kind }]) => kind === "single");
  return {
    compassId: compassId ?? `day-${days}`,
    rater: raterKey(rater),
    assessedOn: addDays(FIRST_DAY, days),
    registeredOn: addDays(FIRST_DAY, days),
    instrument: isSingle ? "samtalsunderlag" : "skattningsformular",
    instrumentVersion: "1",
    ageForm: null,
    ratings: new Map(listed),
  };
}

type Said = {
  readonly compassId: string;
  readonly area: Area;
  readonly concern?: boolean;
  readonly target?: string;
};

export function aChild(rounds: readonly Round[], said: readonly Said[] = []): Series[] {
  const thoughts = new Map<string, Map<Area, Thoughts>>();
  for (const { compassId, area, concern, target } of said) {
    const areas = thoughts.get(compassId) ?? new Map<Area, Thoughts>();
    areas.set(area, { concern: concern ?? null, target: target === undefined ? null : decimal(target) });
    thoughts.set(compassId, areas);
  }
  return compareChild({ assessments: rounds.map(anAssessment), thoughts }, DEFAULT_RULES);
}

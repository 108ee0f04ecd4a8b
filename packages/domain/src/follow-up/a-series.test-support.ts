import { type Answer, type AreaRating, raterKey } from "../behovskompass/index.ts";
import { addDays, decimal, type LocalDate, localDate } from "../shared/index.ts";
import { compareSeries } from "./compare-series.ts";
import { type Comparable, type Comparison, isComparable } from "./comparison.ts";
import { type EquivalenceIndex, NO_EQUIVALENCES } from "./equivalences.ts";
import { DEFAULT_RULES, type RuleSet } from "./rule-set.ts";
import { NO_THOUGHTS, type SeriesEntry } from "./series-entry.ts";

export const FIRST_DAY = localDate("2026-01-15");
export const TRYGGHET_OF_TEAM = { rater: raterKey("barnteam"), area: "trygghet" } as const;
export const TRYGGHET_OF_CHILD = { rater: raterKey("barn"), area: "trygghet" } as const;

export function single(answer: Answer): AreaRating {
  return { kind: "single", answer };
}

/** Statements p1, p2, ... with these answers; undefined leaves the statement out. */
export function statements(...answers: (Answer | undefined)[]): AreaRating {
  const listed = answers.flatMap((answer, index): [string, Answer][] =>
    answer === undefined ? [] : [[`p${index + 1}`, answer]],
  );
  return { kind: "statements", answers: new Map(listed) };
}

type Said = { concern?: boolean; target?: string };

export type Traits = Said &
  Partial<Pick<SeriesEntry, "compassId" | "registeredOn" | "instrument" | "instrumentVersion" | "ageForm">>;

export function aCompass(assessedOn: LocalDate, rating: AreaRating, traits: Traits = {}): SeriesEntry {
  const { concern, target, ...rest } = traits;
  return {
    compassId: `${assessedOn}`,
    assessedOn,
    registeredOn: assessedOn,
    instrument: rating.kind === "single" ? "samtalsunderlag" : "skattningsformular",
    instrumentVersion: "1",
    ageForm: null,
    rating,
    thoughts: { ...NO_THOUGHTS, ...(concern === undefined ? {} : { concern }), ...targetOf(target) },
    ...rest,
  };
}

function targetOf(target: string | undefined) {
  return target === undefined ? {} : { target: decimal(target) };
}

/** A compass of a series: days since the first day, rating, and what else is said of it. */
export type Step = readonly [days: number, rating: AreaRating, traits?: Traits];

/** A series from ratings with days since the first one. */
export function aSeries(...compasses: readonly Step[]): SeriesEntry[] {
  return compasses.map(([days, rating, traits]) => aCompass(addDays(FIRST_DAY, days), rating, traits));
}

type Context = { readonly rules?: RuleSet; readonly equivalences?: EquivalenceIndex };

export function compare(entries: readonly SeriesEntry[], context: Context = {}): Comparison[] {
  return compareSeries(entries, context.rules ?? DEFAULT_RULES, context.equivalences ?? NO_EQUIVALENCES);
}

export function lastOf(entries: readonly SeriesEntry[], context: Context = {}): Comparison {
  const last = compare(entries, context).at(-1);
  if (last === undefined) throw new Error("a series of one compass has no comparison");
  return last;
}

export function lastComparableOf(entries: readonly SeriesEntry[], context: Context = {}): Comparable {
  const last = lastOf(entries, context);
  if (!isComparable(last)) throw new Error(`not comparable: ${last.reason}`);
  return last;
}

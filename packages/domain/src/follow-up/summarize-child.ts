import { type Area, parseRater, type RaterKey, type RaterKind } from "../behovskompass/index.ts";
import { compareText, type LocalDate } from "../shared/index.ts";
import type { Series } from "./compare-child.ts";
import type { Comparison, Label } from "./comparison.ts";
import { scoredEntries } from "./scored-entries.ts";

/** How the areas went, each list in the model's order. */
export type Directions = {
  readonly rightWay: readonly Area[];
  readonly kept: readonly Area[];
  readonly back: readonly Area[];
  readonly notComparable: readonly Area[];
};

/** Says whose rating it is: the child's own where it was given twice, else a guardian's, else the team's. */
export type ChildSummary = {
  readonly rater: RaterKey;
  readonly compassId: string;
  readonly assessedOn: LocalDate;
  /** Single steps included: the child's and the staff's view. */
  readonly directions: Directions;
  /** The evaluator's view: small changes stand with the kept. */
  readonly clearOnly: Directions;
};

type View = "directions" | "clearOnly";

const DIRECTIONS: Record<Label, Record<View, keyof Directions>> = {
  clear_improvement: { directions: "rightWay", clearOnly: "rightWay" },
  some_improvement: { directions: "rightWay", clearOnly: "kept" },
  maintained: { directions: "kept", clearOnly: "kept" },
  unchanged: { directions: "kept", clearOnly: "kept" },
  some_decline: { directions: "back", clearOnly: "kept" },
  clear_decline: { directions: "back", clearOnly: "back" },
  not_comparable: { directions: "notComparable", clearOnly: "notComparable" },
};

/** A single profession does not speak for the child. */
const SPOKESPEOPLE: readonly RaterKind[] = ["barn", "vardnadshavare", "barnteam"];

/**
 * The latest compass of whoever speaks for the child. Null until somebody has rated an area twice.
 * @param series every series of one child, sorted by rater and area
 */
export function summarizeChild(series: readonly Series[]): ChildSummary | null {
  const spokesperson = series.find((one) => speaksForChild(one) && isRatedTwice(one));
  if (spokesperson === undefined) return null;
  const { rater } = spokesperson;
  const own = series.filter((one) => one.rater === rater);
  const latest = own
    .flatMap(({ entries }) => entries)
    .reduce((a, b) => (compareText(a.assessedOn, b.assessedOn) < 0 ? b : a));
  const compared = own.flatMap(({ area, comparisons }) =>
    comparisons
      .filter(({ current }) => current.compassId === latest.compassId)
      .map((comparison) => ({ area, comparison })),
  );
  return {
    rater,
    compassId: latest.compassId,
    assessedOn: latest.assessedOn,
    directions: sortOut(compared, "directions"),
    clearOnly: sortOut(compared, "clearOnly"),
  };
}

function speaksForChild({ rater }: Series): boolean {
  return SPOKESPEOPLE.includes(parseRater(rater).kind);
}

function isRatedTwice({ entries }: Series): boolean {
  return scoredEntries(entries).length >= 2;
}

function sortOut(
  compared: readonly { readonly area: Area; readonly comparison: Comparison }[],
  view: View,
): Directions {
  const towards = (direction: keyof Directions) =>
    compared
      .filter(({ comparison }) => DIRECTIONS[comparison.label][view] === direction)
      .map(({ area }) => area);
  return {
    rightWay: towards("rightWay"),
    kept: towards("kept"),
    back: towards("back"),
    notComparable: towards("notComparable"),
  };
}

import type { CommentView } from "@kompassen/api/behovskompass";
import type { SignalView } from "@kompassen/api/follow-up";
import { AREAS, type Area, areaName, type RaterKey } from "@kompassen/domain/behovskompass";
import { isComparable, type Label, type Series } from "@kompassen/domain/follow-up";
import type { LocalText } from "@kompassen/domain/shared";
import type { CompassChoice } from "#lib/behovskompass/choose-compasses.ts";
import type { DrawingWords } from "#lib/behovskompass/drawing-words.ts";
import type { AreaReading } from "#lib/behovskompass/read-areas.ts";
import { type ChangeLine, toChangeLine } from "./to-change-line.ts";

/** In the order of the conversation. */
export const CHANGE_GROUPS = [
  "raised",
  "rightWay",
  "maintained",
  "unchanged",
  "back",
  "notComparable",
] as const;

export type ChangeGroupKey = (typeof CHANGE_GROUPS)[number];

export type ChangeItem = {
  readonly area: Area;
  readonly areaName: string;
  /** The chosen rater first; where the area is raised also the others who raise it. */
  readonly lines: readonly ChangeLine[];
  /** What the chosen rater said about the area in words. */
  readonly comment: string | null;
  readonly signal: SignalView | null;
};

export type ChangeGroup = { readonly key: ChangeGroupKey; readonly items: readonly ChangeItem[] };

type Sources = {
  readonly series: readonly Series[];
  readonly comments: readonly CommentView[];
  readonly signals: readonly SignalView[];
  readonly statementTexts: ReadonlyMap<string, LocalText>;
};

const GROUP_OF: Record<Label, Exclude<ChangeGroupKey, "raised">> = {
  clear_improvement: "rightWay",
  some_improvement: "rightWay",
  maintained: "maintained",
  unchanged: "unchanged",
  some_decline: "back",
  clear_decline: "back",
  not_comparable: "notComparable",
};

/**
 * What has happened since the earlier compass, area by area. An area that any rater of the round raises stands
 * among those to be taken up, so that nobody's rating hides another's. Groups with nothing in them are left out.
 */
export function toChangeGroups(
  choice: CompassChoice,
  readings: readonly AreaReading[],
  sources: Sources,
  drawing: DrawingWords,
): ChangeGroup[] {
  const groups = new Map<ChangeGroupKey, ChangeItem[]>();
  for (const area of AREAS) {
    const reading = readings.find((one) => one.area === area);
    const own = reading?.comparison ?? null;
    const options = {
      drawing,
      statementTexts: sources.statementTexts,
      previousOn: choice.previous?.assessedOn ?? null,
    };
    const ownLine = own === null ? [] : [toChangeLine({ area, rater: choice.rater }, own, options)];
    const others = choice.isChosen
      ? []
      : raisedByOthers(sources.series, choice, area).map(({ rater, comparison }) =>
          toChangeLine({ area, rater }, comparison, options),
        );
    const isRaised = others.length > 0 || (own !== null && isComparable(own) && own.signals.length > 0);
    if (ownLine.length + others.length === 0) continue;
    const key = isRaised || own === null ? "raised" : GROUP_OF[own.label];
    const item: ChangeItem = {
      area,
      areaName: areaName(area, drawing.language),
      lines: [...ownLine, ...others],
      comment: commentOf(sources.comments, choice, area),
      signal: isRaised ? signalOf(sources.signals, choice, area) : null,
    };
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return CHANGE_GROUPS.flatMap((key) => {
    const items = groups.get(key);
    return items === undefined ? [] : [{ key, items }];
  });
}

function raisedByOthers(series: readonly Series[], { rater, current }: CompassChoice, area: Area) {
  return series
    .filter((one) => one.area === area && one.rater !== rater)
    .flatMap((one) =>
      one.comparisons
        .filter(isComparable)
        .filter((comparison) => comparison.current.compassId === current.compassId)
        .filter(({ signals }) => signals.length > 0)
        .map((comparison): { rater: RaterKey; comparison: typeof comparison } => ({
          rater: one.rater,
          comparison,
        })),
    );
}

function commentOf(
  comments: readonly CommentView[],
  { rater, current }: CompassChoice,
  area: Area,
): string | null {
  const found = comments.find(
    (one) => one.compassId === current.compassId && one.rater === rater && one.area === area,
  );
  return found?.text ?? null;
}

function signalOf(signals: readonly SignalView[], { current }: CompassChoice, area: Area): SignalView | null {
  return (
    signals.find(
      (one) => one.compassId === current.compassId && one.area === area && one.life.state !== "superseded",
    ) ?? null
  );
}

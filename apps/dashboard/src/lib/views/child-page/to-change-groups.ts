import type { CommentView } from "@kompassen/api/behovskompass";
import { type Area, areaName } from "@kompassen/domain/behovskompass";
import { type Comparison, isComparable, type Label, type Series } from "@kompassen/domain/follow-up";
import type { LocalText } from "@kompassen/domain/shared";
import type { CompassChoice } from "#lib/behovskompass/choose-compasses.ts";
import type { AreaReading } from "#lib/behovskompass/read-areas.ts";
import type { PageWords } from "./page-words.ts";
import { type ChangeLine, toChangeLine } from "./to-change-line.ts";
import type { SignalRow } from "./to-signal-rows.ts";

/** In the order of the conversation. */
const CHANGE_GROUPS = ["raised", "rightWay", "maintained", "unchanged", "back", "notComparable"] as const;

type ChangeGroupKey = (typeof CHANGE_GROUPS)[number];

export type ChangeItem = {
  readonly area: Area;
  readonly areaName: string;
  /** The chosen rater first; where the area is raised also the others who raise it. */
  readonly lines: readonly ChangeLine[];
  /** What the chosen rater said about the area in words. */
  readonly comment: string | null;
  /** What is raised and not yet decided, or what was decided about this very round. */
  readonly signal: SignalRow | null;
};

export type ChangeGroup = { readonly key: ChangeGroupKey; readonly items: readonly ChangeItem[] };

type Sources = {
  readonly series: readonly Series[];
  readonly comments: readonly CommentView[];
  readonly signals: readonly SignalRow[];
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
 * What has happened since the earlier compass, area by area. An area that any rater raises stands among those to
 * be taken up until it is decided, so that nobody's rating hides another's. Empty groups are left out.
 */
export function toChangeGroups(
  choice: CompassChoice,
  readings: readonly AreaReading[],
  sources: Sources,
  drawing: PageWords,
): ChangeGroup[] {
  const placed = readings.flatMap((reading) => placeArea(choice, reading, sources, drawing));
  return CHANGE_GROUPS.flatMap((key) => {
    const items = placed.filter((one) => one.key === key).map(({ item }) => item);
    return items.length === 0 ? [] : [{ key, items }];
  });
}

function placeArea(
  choice: CompassChoice,
  { area, comparison }: AreaReading,
  { series, comments, signals, statementTexts }: Sources,
  drawing: PageWords,
): { key: ChangeGroupKey; item: ChangeItem }[] {
  const ofArea = choice.isChosen ? [] : signals.filter((signal) => signal.area === area);
  const ofRound = ofArea.filter(({ compassId }) => compassId === choice.current.compassId);
  const open = (choice.isLatest ? ofArea : ofRound).filter(({ isOpen }) => isOpen);
  const options = { drawing, statementTexts, choice };
  const own = comparison === null ? [] : [toChangeLine({ area, rater: choice.rater }, comparison, options)];
  const others = raisedElsewhere(series, choice, { area, rounds: open.map(({ compassId }) => compassId) });
  const lines = [...own, ...others.map(([key, raised]) => toChangeLine(key, raised, options))];
  if (lines.length === 0) return [];
  const key = open.length > 0 || comparison === null ? "raised" : GROUP_OF[comparison.label];
  const item = {
    area,
    areaName: areaName(area, drawing.language),
    lines,
    comment: commentOf(comments, choice, area),
    signal: open[0] ?? ofRound[0] ?? null,
  };
  return [{ key, item }];
}

/** What raised the area in the rounds that are still open, apart from the comparison that is shown anyway. */
function raisedElsewhere(
  series: readonly Series[],
  { rater, current }: CompassChoice,
  { area, rounds }: { readonly area: Area; readonly rounds: readonly string[] },
): [Series, Comparison][] {
  return series
    .filter((one) => one.area === area)
    .flatMap((one) =>
      one.comparisons
        .filter(isComparable)
        .filter((comparison) => rounds.includes(comparison.current.compassId))
        .filter(({ signals }) => signals.length > 0)
        .filter((comparison) => one.rater !== rater || comparison.current.compassId !== current.compassId)
        .map((comparison): [Series, Comparison] => [one, comparison]),
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

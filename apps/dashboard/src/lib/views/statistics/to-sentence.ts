import { periodLabel } from "@kompassen/domain/export";
import type { Language } from "@kompassen/domain/shared";
import { previousQuarter, type Quarter } from "@kompassen/domain/statistics";
import type { Messages } from "#lib/messages/sv/index.ts";
import { type CellIndex, kommunCount } from "./cell-index.ts";
import { compareCounts, yearBefore } from "./compare-counts.ts";
import type { ChangeView } from "./to-change.ts";

interface SentenceSource {
  readonly index: CellIndex;
  readonly kommun: string;
  readonly quarter: Quarter;
  readonly change: ChangeView | null;
  readonly language: Language;
  readonly words: Messages["statistics"];
}

/** How it goes, in a few sentences; from what is shown alone, and honest about what is not. */
export function toSentence(source: SentenceSource): string {
  const { change, language, words, quarter } = source;
  const say = words.sentence;
  const period = periodLabel(quarter, language);
  const value = (metric: string) => publishedCount(source, metric);
  const cards = value("upptackarkort");
  const talks = value("barnsamtal");
  const followed = value("uppfoljning");
  const late = value("uppfoljning_forsenad");
  const closed = value("behov_uppfyllt");
  const first = typeof cards === "number" ? say.cards(period, cards, changeParts(source)) : say.about(period);
  const hidden = [
    ...(cards === "hidden" ? [say.hiddenCards] : []),
    ...(talks === "hidden" ? [say.hiddenTalks] : []),
    ...(followed === "hidden" ? [say.hiddenFollowed] : []),
    ...(closed === "hidden" ? [say.hiddenClosed] : []),
  ];
  const sentences = [
    first,
    typeof talks === "number" ? say.talks(talks) : "",
    typeof followed === "number" ? say.followed(followed, typeof late === "number" ? late : null) : "",
    typeof closed === "number" ? say.closed(closed) : "",
    hidden.length === 0 ? "" : say.notShown(joinWith(hidden, words.and)),
    change === null || change.shown === 0
      ? ""
      : say.change(periodLabel(change.lasar, language), change.better, change.worse, change.shown),
  ];
  return sentences.filter((sentence) => sentence !== "").join(" ");
}

function publishedCount(
  { index, kommun, quarter }: SentenceSource,
  metric: string,
): number | "hidden" | null {
  const cell = index.find(kommunCount(metric, kommun, quarter))?.cell;
  if (cell?.status === "published") return cell.value;
  return cell?.status === "protected" ? "hidden" : null;
}

/** "12 fler än kvartalet före", "lika många som samma kvartal året före". */
function changeParts({ index, kommun, quarter, words }: SentenceSource): string {
  const parts = (
    [
      [previousQuarter(quarter), words.quarterBefore],
      [yearBefore(quarter), words.yearBefore],
    ] as const
  ).flatMap(([before, name]) => {
    const change = compareCounts(index, kommun, "upptackarkort", quarter, before);
    return change.kind === "told" ? [words.than(change.difference, name)] : [];
  });
  return joinWith(parts, words.and);
}

function joinWith(parts: readonly string[], and: string): string {
  const last = parts.at(-1);
  if (last === undefined) return "";
  return parts.length === 1 ? last : `${parts.slice(0, -1).join(", ")} ${and} ${last}`;
}

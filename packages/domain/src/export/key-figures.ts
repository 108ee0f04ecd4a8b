import { ALL_AGES, isQuarter, type ReleaseCell, type StatisticsRelease } from "../statistics/index.ts";
import { cellText } from "./cell-words.ts";
import { metricLabel, periodLabel } from "./labels.ts";

const KEY_METRICS = ["upptackarkort", "barnsamtal", "uppfoljning", "signal_raised"] as const;

/** One of the numbers that answer "hur går det?" first. */
export interface KeyFigure {
  readonly name: string;
  /** "42" or "visas inte"; null when the release has no such cell. */
  readonly text: string | null;
  readonly isShown: boolean;
}

/** The last quarter of the release, of the whole kommun and all ages; null when it has no quarter. */
export function keyFigures(release: StatisticsRelease): { period: string; figures: KeyFigure[] } | null {
  const period = release.head.periods.filter(isQuarter).toSorted().at(-1);
  if (period === undefined) return null;
  const figures = KEY_METRICS.map((metric) => {
    const cell = findKommunCell(release, metric, period);
    return {
      name: metricLabel(metric, "sv"),
      text: cell === undefined ? null : cellText(cell, "sv"),
      isShown: cell?.cell.status === "published",
    };
  });
  return { period, figures };
}

function findKommunCell(release: StatisticsRelease, metric: string, period: string): ReleaseCell | undefined {
  return release.cells.find(
    (cell) =>
      cell.metric === metric &&
      cell.period === period &&
      cell.unit === release.head.kommunCode &&
      cell.ageGroup === ALL_AGES,
  );
}

const CLAUSES: Readonly<Record<(typeof KEY_METRICS)[number], (count: string) => string>> = {
  upptackarkort: (count) => `skrevs Upptäckarkort för ${count} barn`,
  barnsamtal: (count) => `${count} barn hade ett Barnsamtal`,
  uppfoljning: (count) => `${count} barn följdes upp`,
  signal_raised: (count) => `${count} barn lyftes till teamet`,
};

/** The sentence a report begins with: the numbers that are shown, and that others are not. */
export function summarySentence(release: StatisticsRelease): string {
  const found = keyFigures(release);
  const { kommunName, hiddenCount } = release.head;
  if (found === null) return `Utgåvan gäller ${kommunName} och har inget kvartal.`;
  const clauses = found.figures.flatMap(({ text, isShown }, index) => {
    const metric = KEY_METRICS[index];
    return isShown && text !== null && metric !== undefined ? [CLAUSES[metric](text)] : [];
  });
  const when = sentenceStart(`under ${periodLabel(found.period, "sv")}`);
  if (clauses.length === 0)
    return `${when} var det för få barn i ${kommunName} för att talen för hela kommunen ska kunna visas.`;
  const [first = "", ...rest] = clauses;
  const opening = first.startsWith("skrevs") ? `${when} ${first}` : `${when}: ${first}`;
  const hidden =
    hiddenCount === 0 ? "" : ` ${hiddenCount} tal i utgåvan visas inte, för att inget barn ska kännas igen.`;
  return `${joinClauses([opening, ...rest])}.${hidden}`;
}

function joinClauses(clauses: readonly string[]): string {
  const last = clauses.at(-1) ?? "";
  const others = clauses.slice(0, -1);
  return others.length === 0 ? last : `${others.join(", ")} och ${last}`;
}

function sentenceStart(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

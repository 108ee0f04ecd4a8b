import { dayNumber } from "./day-number.ts";
import type { AreaPanel, MultiplesInput, SeriesPoint, SupportBand } from "./multiples-input.ts";
import { isScore, type Rater, type Score } from "./types.ts";

export type PlottedPoint = {
  day: number;
  value: number;
  score: Score;
  /** The latest earlier scored point of the same series; null for the first. */
  previous: Score | null;
  source: SeriesPoint;
};

type PlottedSeries = {
  rater: Rater;
  /** The rater's place in the list, the child's being 0: the order of reading, opposite to that of drawing. */
  order: number;
  /** Neighbouring scores without a blank between them: one line each, so that a gap stays a gap. */
  runs: PlottedPoint[][];
  /** px aside, so that raters who answered alike on the same day do not hide one another. */
  nudge: number;
};

type PlottedBand = { support: SupportBand; from: number; to: number };

export type PlottedPanel = { area: AreaPanel; series: PlottedSeries[]; bands: PlottedBand[] };

const nudgeStep = 4;

/**
 * The panels with days as numbers and series as runs. The last rater comes first, so that the child,
 * who is listed first, is drawn on top. Supports are cut to the time axis; one outside it has no band.
 */
export function toSmallMultiples(input: MultiplesInput): PlottedPanel[] {
  const [from, to] = [dayNumber(input.from), dayNumber(input.to)];
  const bottomUp = input.raters
    .map((rater, order) => ({ rater, order, nudge: (order - (input.raters.length - 1) / 2) * nudgeStep }))
    .toReversed();
  return input.areas.map((area) => ({
    area,
    series: bottomUp.flatMap(({ rater, order, nudge }) => {
      const series = area.series.find((candidate) => candidate.rater === rater.key);
      return series === undefined ? [] : [{ rater, order, nudge, runs: toRuns(series.points) }];
    }),
    bands: area.supports
      .map((support) => ({
        support,
        from: Math.max(dayNumber(support.from.date), from),
        to: support.to === null ? to : Math.min(dayNumber(support.to.date), to),
      }))
      .filter((band) => band.from <= band.to),
  }));
}

function toRuns(points: SeriesPoint[]): PlottedPoint[][] {
  const runs: PlottedPoint[][] = [];
  let run: PlottedPoint[] = [];
  let previous: Score | null = null;
  for (const source of points) {
    if (isScore(source.rating)) {
      const score = source.rating;
      run.push({ day: dayNumber(source.day.date), value: score.value, score, previous, source });
      previous = score;
    } else {
      if (run.length > 0) runs.push(run);
      run = [];
    }
  }
  return run.length > 0 ? [...runs, run] : runs;
}

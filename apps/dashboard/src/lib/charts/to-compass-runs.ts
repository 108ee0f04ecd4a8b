import { isScore, type Rating } from "./types.ts";

/**
 * A corner of the outline. `position` counts the axes clockwise from the first, 0 to 7, and goes on past them
 * where a run crosses the first axis, so that a run's positions always rise by one.
 */
export type CompassCorner = { position: number; value: number };

/**
 * The outline of a compass as unbroken runs of neighbouring rated areas. No run passes an unrated area, so
 * a gap stays a gap. With every area rated there is one run, which ends where it began.
 *
 * @param ratings in the model's order around the circle
 */
export function toCompassRuns(ratings: (Rating | null)[]): CompassCorner[][] {
  const count = ratings.length;
  const firstGap = ratings.findIndex((rating) => !isScore(rating));
  const start = Math.max(firstGap, 0);
  const steps = firstGap === -1 ? count + 1 : count;

  const runs: CompassCorner[][] = [];
  let run: CompassCorner[] = [];
  for (let position = start; position < start + steps; position += 1) {
    const rating = ratings[position % count] ?? null;
    if (isScore(rating)) run.push({ position, value: rating.value });
    else if (run.length > 0) {
      runs.push(run);
      run = [];
    }
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

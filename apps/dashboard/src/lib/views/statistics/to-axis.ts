import type { StatisticsInput } from "#lib/charts/statistics-input.ts";

/** Also where nothing but zeros shows, whole children make a readable axis. */
const LEAST = 5;
const STEPS = [1, 2, 5];

/** An axis for counts, from 0 to past the largest that is shown, with at most six whole ticks. */
export function toAxis(values: readonly number[]): StatisticsInput["axis"] {
  const largest = Math.max(LEAST, ...values);
  const step = tickStep(largest);
  const last = Math.ceil(largest / step);
  return {
    from: 0,
    to: last * step,
    ticks: Array.from({ length: last + 1 }, (_, tick) => ({ value: tick * step, text: String(tick * step) })),
  };
}

function tickStep(largest: number): number {
  for (let magnitude = 1; ; magnitude *= 10) {
    const step = STEPS.map((one) => one * magnitude).find((one) => largest / one <= 5);
    if (step !== undefined) return step;
  }
}

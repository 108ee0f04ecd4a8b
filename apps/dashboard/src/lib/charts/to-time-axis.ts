import type { ChartWords } from "./chart-words.ts";
import { dayNumber } from "./day-number.ts";
import type { MultiplesInput } from "./multiples-input.ts";
import { toTimeTicks } from "./to-time-ticks.ts";

/** What every panel's time axis shows, by day number: months as they are written, and events. */
export type TimeAxis = {
  ticks: { day: number; text: string }[];
  events: { key: string; day: number }[];
};

/** The axis that all panels share. Events outside it are left out. */
export function toTimeAxis(input: MultiplesInput, words: ChartWords): TimeAxis {
  const [from, to] = [dayNumber(input.from), dayNumber(input.to)];
  return {
    ticks: toTimeTicks(from, to, 3).map(({ day, year, month }) => ({ day, text: words.month(year, month) })),
    events: input.events
      .map((event) => ({ key: event.key, day: dayNumber(event.day.date) }))
      .filter(({ day }) => day >= from && day <= to),
  };
}

import { calendarDay, monthStart } from "./day-number.ts";

export type TimeTick = { day: number; year: number; month: number };

const monthsBetweenTicks = [1, 2, 3, 6, 12, 24, 60];

/**
 * Ticks at the first of months, evenly spaced and at most so many.
 *
 * @param from first day of the axis, as a day number
 * @param to last day of the axis
 */
export function toTimeTicks(from: number, to: number, most: number): TimeTick[] {
  for (const step of monthsBetweenTicks) {
    const ticks = ticksEvery(step, from, to);
    if (ticks.length <= most) return ticks;
  }
  return [];
}

function ticksEvery(step: number, from: number, to: number): TimeTick[] {
  const { year } = calendarDay(from);
  const ticks: TimeTick[] = [];
  for (let month = 1; monthStart(year, month) <= to; month += step) {
    const day = monthStart(year, month);
    if (day >= from) ticks.push({ day, year: calendarDay(day).year, month: calendarDay(day).month });
  }
  return ticks;
}

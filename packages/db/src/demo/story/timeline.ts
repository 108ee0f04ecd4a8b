import { addDays, daysBetween, type LocalDate } from "@kompassen/domain/shared";
import type { Draw } from "../draw.ts";
import { latestWorkday } from "./workday.ts";

const FEWEST_ROUNDS = 2;

/**
 * Days of the rounds, laid out backwards from the latest. About twelve weeks apart; a few come close upon
 * one another and a few after more than a year.
 * @param earliest no round before this day
 */
export function tellRoundDays(
  draw: Draw,
  wanted: number,
  latest: LocalDate,
  earliest: LocalDate,
): LocalDate[] {
  const days: LocalDate[] = [latest];
  let day = latest;
  while (days.length < wanted) {
    day = addDays(day, -interval(draw));
    if (day < earliest) break;
    days.unshift(day);
  }
  const told = days.length >= FEWEST_ROUNDS ? days : [earlier(latest, earliest), latest];
  return told.map(latestWorkday);
}

function interval(draw: Draw): number {
  switch (draw.weighted({ usual: 0.92, short: 0.05, long: 0.03 })) {
    case "usual":
      return draw.whole(63, 125);
    case "short":
      return draw.whole(14, 26);
    case "long":
      return draw.whole(370, 430);
  }
}

/** The very youngest: a first compass soon after birth and a second one as late as can be. */
function earlier(latest: LocalDate, earliest: LocalDate): LocalDate {
  return addDays(latest, -Math.max(10, daysBetween(earliest, latest)));
}

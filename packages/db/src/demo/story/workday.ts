import { addDays, type LocalDate } from "@kompassen/domain/shared";

/** Nobody meets on a Saturday or a Sunday: the day itself, or the Monday after. */
export function nextWorkday(day: LocalDate): LocalDate {
  const weekday = weekdayOf(day);
  if (weekday === SATURDAY) return addDays(day, 2);
  return weekday === SUNDAY ? addDays(day, 1) : day;
}

/** The day itself, or the Friday before. */
export function latestWorkday(day: LocalDate): LocalDate {
  const weekday = weekdayOf(day);
  if (weekday === SATURDAY) return addDays(day, -1);
  return weekday === SUNDAY ? addDays(day, -2) : day;
}

const [SUNDAY, SATURDAY] = [0, 6];

function weekdayOf(day: LocalDate): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

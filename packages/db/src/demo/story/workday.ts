import { addDays, type LocalDate } from "@kompassen/domain/shared";

/** Nobody meets on a Saturday or a Sunday: the day itself, or the Monday after. */
export function nextWorkday(day: LocalDate): LocalDate {
  const weekday = weekdayOf(day);
  return addDays(day, weekday === SATURDAY ? 2 : weekday === SUNDAY ? 1 : 0);
}

/** The day itself, or the Friday before. */
export function latestWorkday(day: LocalDate): LocalDate {
  const weekday = weekdayOf(day);
  return addDays(day, weekday === SATURDAY ? -1 : weekday === SUNDAY ? -2 : 0);
}

const [SUNDAY, SATURDAY] = [0, 6];

function weekdayOf(day: LocalDate): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

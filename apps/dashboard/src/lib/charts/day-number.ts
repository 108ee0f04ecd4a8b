const millisecondsPerDay = 86_400_000;

/** Days since 1970-01-01 of a day written YYYY-MM-DD: a position on a time axis without hours or zones. */
export const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / millisecondsPerDay;

/** The first of a month, as a day number. @param month 1 to 12; values outside roll over into other years */
export const monthStart = (year: number, month: number): number =>
  Date.UTC(year, month - 1, 1) / millisecondsPerDay;

/** The calendar day of a day number. */
export function calendarDay(day: number): { year: number; month: number; day: number } {
  const date = new Date(day * millisecondsPerDay);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

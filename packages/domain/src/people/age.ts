import type { LocalDate } from "../shared/index.ts";

/** Whole months lived on a day; null before the birth. */
export function ageInMonths(birthDate: LocalDate, on: LocalDate): number | null {
  if (on < birthDate) return null;
  const [bornYear, bornMonth, bornDay] = parts(birthDate);
  const [year, month, day] = parts(on);
  const months = (year - bornYear) * 12 + (month - bornMonth);
  return day < bornDay ? months - 1 : months;
}

/** Whole years lived on a day; null before the birth. */
export function ageInYears(birthDate: LocalDate, on: LocalDate): number | null {
  const months = ageInMonths(birthDate, on);
  return months === null ? null : Math.floor(months / 12);
}

function parts(date: LocalDate): readonly [number, number, number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8))];
}

import type { AgeForm } from "@kompassen/domain/behovskompass";
import { daysBetween, type LocalDate } from "@kompassen/domain/shared";

const DAYS_A_YEAR = 365.25;

/** Age in years with its fraction: exact enough to choose words and forms by. */
export function yearsOld(birthDate: LocalDate, day: LocalDate): number {
  return daysBetween(birthDate, day) / DAYS_A_YEAR;
}

/** Children under four do not rate themselves (domain A.7). */
export const OWN_RATING_FROM = 4;

/**
 * The form of the conversation, or null for the youngest.
 * @param lateBy years by which this child is given the younger form longer: staff choose by maturity, too
 */
export function ageFormOf(years: number, lateBy: number): AgeForm | null {
  if (years < OWN_RATING_FROM) return null;
  if (years < 6 + lateBy) return "4-6";
  return years < 12 + lateBy ? "6-12" : "12+";
}

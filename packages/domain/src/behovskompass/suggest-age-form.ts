import type { AgeForm } from "./instrument.ts";

/**
 * The form of the samtalsunderlag by age alone; a person chooses by maturity too. Null for a child too
 * young to rate.
 */
export function suggestAgeForm(ageInYears: number): AgeForm | null {
  if (ageInYears < 4) return null;
  if (ageInYears < 6) return "4-6";
  return ageInYears < 12 ? "6-12" : "12+";
}

import { ageInYears } from "../people/index.ts";
import type { LocalDate } from "../shared/index.ts";

/** From this age the product suggests that the child's own consent is asked. The model names no age: own rule. */
const SUGGESTED_FROM_YEARS = 12;

/** A suggestion only: whoever follows the child decides by age and maturity, and writes why. */
export function suggestsAskingChild(birthDate: LocalDate | null, today: LocalDate): boolean {
  const years = birthDate === null ? null : ageInYears(birthDate, today);
  return years !== null && years >= SUGGESTED_FROM_YEARS;
}

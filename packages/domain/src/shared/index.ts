export { decimal, parseDecimal, toDecimalText } from "./decimal.ts";
export {
  absoluteFraction,
  addFractions,
  compareFractions,
  type Fraction,
  fraction,
  isAtLeast,
  isAtMost,
  subtractFractions,
} from "./fraction.ts";
export type { Language, LocalText } from "./language.ts";
export { addDays, daysBetween, isLocalDate, type LocalDate, localDate, todayInSweden } from "./local-date.ts";
export { accepted, type Result, refused } from "./result.ts";

export { cellAt, isBlankRow, isTooLong, shownValue, TOO_LONG } from "./cell-text.ts";
export { compareText } from "./compare-text.ts";
export { dateRangeText, dateText } from "./date-text.ts";
export { decimal, parseDecimal, toDecimalText } from "./decimal.ts";
export { expectationText } from "./expectation-text.ts";
export { faultText } from "./fault-text.ts";
export type { Expectation, FileFault } from "./file-fault.ts";
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
export { meanText, plainNumberText } from "./number-text.ts";
export { type Header, readHeader } from "./read-header.ts";
export { accepted, type Result, refused } from "./result.ts";

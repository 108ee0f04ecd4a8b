import { toDecimalText } from "./decimal.ts";
import type { Fraction } from "./fraction.ts";
import type { Language } from "./language.ts";

/** A mean as people read it: one or two decimals, "2,0" and "2,25" in Swedish. */
export function meanText(value: Fraction, language: Language): string {
  const text = toDecimalText(value, 2).replace(/0$/, "");
  return text.replace(".", DECIMAL_MARKS[language]);
}

const DECIMAL_MARKS: Record<Language, string> = { sv: ",", en: "." };

/** "2" when the number is whole, else as a mean. */
export function plainNumberText(value: Fraction, language: Language): string {
  return value.denominator === 1 ? String(value.numerator) : meanText(value, language);
}

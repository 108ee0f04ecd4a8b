import { type Fraction, fraction } from "./fraction.ts";

const DECIMAL = /^-?\d{1,6}(?:[.,]\d{1,6})?$/;
const MARK = /[.,]/;

/** Reads "3", "3.5" or "3,5" exactly; undefined for anything else (exponents, spaces, thousands). */
export function parseDecimal(text: string): Fraction | undefined {
  if (!DECIMAL.test(text)) return undefined;
  const mark = text.search(MARK);
  const decimals = mark === -1 ? 0 : text.length - mark - 1;
  return fraction(Number(text.replace(MARK, "")), 10 ** decimals);
}

/** For numbers written in the code: @throws RangeError when the text is not a decimal number. */
export function decimal(text: string): Fraction {
  const value = parseDecimal(text);
  if (value === undefined) throw new RangeError(`not a decimal number: ${text}`);
  return value;
}

/** Fixed decimals, rounded half away from zero: 2/3 is "0.6667" and -1/8 with two decimals "-0.13". */
export function toDecimalText(value: Fraction, decimals = 4): string {
  const scaled = BigInt(Math.abs(value.numerator)) * 10n ** BigInt(decimals);
  const denominator = BigInt(value.denominator);
  const rounded = (2n * scaled + denominator) / (2n * denominator);
  const digits = rounded.toString().padStart(decimals + 1, "0");
  const isNegative = Math.sign(value.numerator) === -1 && rounded !== 0n;
  const sign = isNegative ? "-" : "";
  const whole = digits.slice(0, digits.length - decimals);
  return decimals === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-decimals)}`;
}

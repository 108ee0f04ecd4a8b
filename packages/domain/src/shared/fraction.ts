/**
 * An exact number as numerator / denominator: both whole, the denominator positive, in lowest terms.
 * Scores and differences are held so, because a mean of 2 2 3 against 3 3 4 differs by exactly 1 and
 * floating point would put it just below the band.
 */
export type Fraction = { readonly numerator: number; readonly denominator: number };

/** @throws RangeError when a part is not a whole number that can be held exactly, or the denominator is 0. */
export function fraction(numerator: number, denominator = 1): Fraction {
  const isExact = Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator);
  if (!isExact || denominator === 0) {
    throw new RangeError(`not an exact fraction: ${numerator}/${denominator}`);
  }
  const divisor = greatestCommonDivisor(Math.abs(numerator), Math.abs(denominator));
  const sign = denominator < 0 ? -1 : 1;
  // Adding 0 turns -0 into 0, so that equal fractions are equal in every way.
  return { numerator: (sign * numerator) / divisor + 0, denominator: Math.abs(denominator) / divisor };
}

/** Negative when a < b, 0 when they are equal, positive when a > b. */
export function compareFractions(a: Fraction, b: Fraction): number {
  return subtractFractions(a, b).numerator;
}

export function addFractions(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function subtractFractions(a: Fraction, b: Fraction): Fraction {
  return addFractions(a, { numerator: -b.numerator, denominator: b.denominator });
}

export function absoluteFraction(a: Fraction): Fraction {
  return { numerator: Math.abs(a.numerator), denominator: a.denominator };
}

export function isAtLeast(a: Fraction, b: Fraction): boolean {
  return compareFractions(a, b) >= 0;
}

export function isAtMost(a: Fraction, b: Fraction): boolean {
  return compareFractions(a, b) <= 0;
}

function greatestCommonDivisor(a: number, b: number): number {
  let [larger, smaller] = [a, b];
  while (smaller !== 0) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}

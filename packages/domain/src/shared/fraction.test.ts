import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  absoluteFraction,
  addFractions,
  compareFractions,
  fraction,
  isAtLeast,
  isAtMost,
  subtractFractions,
} from "./fraction.ts";

const whole = fc.integer({ min: -1_000, max: 1_000 });
const part = fc.integer({ min: 1, max: 60 });
const anyFraction = fc.tuple(whole, part).map(([numerator, denominator]) => fraction(numerator, denominator));

describe("a fraction", () => {
  it("is held in lowest terms with a positive denominator", () => {
    expect(fraction(6, 4)).toEqual({ numerator: 3, denominator: 2 });
    expect(fraction(6, -4)).toEqual({ numerator: -3, denominator: 2 });
    expect(fraction(-6, -4)).toEqual({ numerator: 3, denominator: 2 });
    expect(fraction(7)).toEqual({ numerator: 7, denominator: 1 });
  });

  it("has one zero", () => {
    expect(Object.is(fraction(0, -5).numerator, 0)).toBe(true);
    expect(fraction(0, -5).denominator).toBe(1);
  });

  it.each([
    [1, 0],
    [0.5, 1],
    [1, 1.5],
    [Number.MAX_SAFE_INTEGER + 1, 1],
    [1, Number.NaN],
  ])("refuses %d/%d", (numerator, denominator) => {
    expect(() => fraction(numerator, denominator)).toThrow(
      `not an exact fraction: ${numerator}/${denominator}`,
    );
  });

  it("adds, subtracts and compares exactly", () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, (a, b) => {
        const common = a.denominator * b.denominator;
        const [ofA, ofB] = [a.numerator * b.denominator, b.numerator * a.denominator];
        expect(addFractions(a, b)).toEqual(fraction(ofA + ofB, common));
        expect(subtractFractions(a, b)).toEqual(fraction(ofA - ofB, common));
        expect(Math.sign(compareFractions(a, b))).toBe(Math.sign(ofA - ofB));
        expect(isAtLeast(a, b)).toBe(ofA >= ofB);
        expect(isAtMost(a, b)).toBe(ofA <= ofB);
      }),
    );
  });

  it("finds thirds equal where floating point does not", () => {
    expect(subtractFractions(fraction(10, 3), fraction(7, 3))).toEqual(fraction(1));
  });

  it("has a distance without sign", () => {
    expect(absoluteFraction(fraction(-3, 2))).toEqual(fraction(3, 2));
    expect(absoluteFraction(fraction(3, 2))).toEqual(fraction(3, 2));
  });
});

import { describe, expect, it } from "vitest";
import { decimal, parseDecimal, toDecimalText } from "./decimal.ts";
import { fraction } from "./fraction.ts";
import { meanText, plainNumberText } from "./number-text.ts";

describe("reading a decimal number", () => {
  it.each([
    ["3", fraction(3)],
    ["3.5", fraction(7, 2)],
    ["3,5", fraction(7, 2)],
    ["-0,25", fraction(-1, 4)],
    ["007", fraction(7)],
    ["123456.654321", fraction(123_456_654_321, 1_000_000)],
  ])("%s", (text, value) => expect(parseDecimal(text)).toEqual(value));

  it.each([
    "",
    " 3",
    "3 ",
    "3.",
    ".5",
    "1e3",
    "+3",
    "3.5.1",
    "1 000",
    "1234567",
    "0.1234567",
    "NaN",
    "٣",
    "--1",
  ])("refuses %j", (text) => expect(parseDecimal(text)).toBeUndefined());

  it("throws for a number in the code that is none", () => {
    expect(decimal("0.5")).toEqual(fraction(1, 2));
    expect(() => decimal("half")).toThrow("not a decimal number: half");
  });
});

describe("writing a decimal number", () => {
  it.each([
    [fraction(2, 3), 4, "0.6667"],
    [fraction(1, 3), 4, "0.3333"],
    [fraction(-2, 3), 4, "-0.6667"],
    [fraction(1, 8), 2, "0.13"],
    [fraction(-1, 8), 2, "-0.13"],
    [fraction(1, 20_000), 4, "0.0001"],
    [fraction(-1, 20_000), 4, "-0.0001"],
    [fraction(-1, 20_001), 4, "0.0000"],
    [fraction(5), 4, "5.0000"],
    [fraction(125, 10), 4, "12.5000"],
    [fraction(0), 4, "0.0000"],
    [fraction(5, 2), 0, "3"],
    [fraction(-5, 2), 0, "-3"],
    [fraction(1, 2), 1, "0.5"],
  ])("rounds half away from zero: %j with %d", (value, decimals, text) => {
    expect(toDecimalText(value, decimals)).toBe(text);
  });

  it("has four decimals unless told", () => expect(toDecimalText(fraction(1, 3))).toBe("0.3333"));
});

describe("a number as people read it", () => {
  it("has one or two decimals when it is a mean", () => {
    expect(meanText(fraction(2), "sv")).toBe("2,0");
    expect(meanText(fraction(9, 4), "sv")).toBe("2,25");
    expect(meanText(fraction(10, 3), "en")).toBe("3.33");
    expect(meanText(fraction(5, 2), "en")).toBe("2.5");
  });

  it("has none when it is whole", () => {
    expect(plainNumberText(fraction(2), "sv")).toBe("2");
    expect(plainNumberText(fraction(5, 2), "sv")).toBe("2,5");
  });
});

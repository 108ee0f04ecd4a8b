import { describe, expect, it } from "vitest";
import { aSeries, lastComparableOf, type Step, single, statements } from "./a-series.test-support.ts";

const signalsOf = (...compasses: Step[]) => lastComparableOf(aSeries(...compasses)).signals;

const NO = { concern: false };
const YES = { concern: true };

describe("decline", () => {
  it("is raised by a clear decline whatever the concern and the interval", () => {
    expect(signalsOf([0, single(5)], [60, single(3), NO])).toEqual(["decline"]);
    expect(signalsOf([0, single(5)], [10, single(3), NO])).toEqual(["decline"]);
    expect(signalsOf([0, single(5)], [400, single(3), NO])).toEqual(["decline"]);
  });

  it("is raised by a small decline while thoughts remain", () => {
    expect(signalsOf([0, single(4)], [60, single(3)])).toEqual(["decline"]);
    expect(signalsOf([0, single(5)], [60, single(4), YES])).toEqual(["decline"]);
    expect(signalsOf([0, single(5)], [60, single(4)])).toEqual([]);
    expect(signalsOf([0, single(4)], [60, single(3), NO])).toEqual([]);
  });

  it("is not raised by a small decline whose concern is presumed after a short interval", () => {
    expect(signalsOf([0, single(4)], [10, single(3)])).toEqual([]);
    expect(signalsOf([0, single(4)], [10, single(3), YES])).toEqual(["decline"]);
    expect(signalsOf([0, single(4)], [400, single(3)])).toEqual(["decline"]);
  });

  it("is raised by the second small decline in a row though no thoughts remain", () => {
    expect(signalsOf([0, single(5)], [60, single(4), NO], [120, single(3), NO])).toEqual(["decline"]);
    expect(signalsOf([0, single(5)], [60, single(4), NO], [130, single(3), NO])).toEqual(["decline"]);
    expect(signalsOf([0, single(5)], [60, single(5), NO], [120, single(4), NO])).toEqual([]);
    expect(signalsOf([0, single(5)], [60, single(3), NO], [120, single(2), NO])).toEqual([]);
  });

  it("is not in a row when a compass without value, or one that cannot be compared, stands between", () => {
    expect(
      signalsOf([0, single(5)], [60, single(4), NO], [90, single("blank")], [120, single(3), NO]),
    ).toEqual([]);
    expect(
      signalsOf([0, statements(5, 5)], [60, statements(4, 5), NO], [90, single(5)], [120, single(4), NO]),
    ).toEqual([]);
  });
});

describe("stagnation", () => {
  it("is raised when nothing changed and thoughts remain", () => {
    expect(signalsOf([0, single(3)], [60, single(3)])).toEqual(["stagnation"]);
    expect(signalsOf([0, single(4)], [60, single(4), YES])).toEqual(["stagnation"]);
    expect(signalsOf([0, single(4)], [60, single(4)])).toEqual([]);
    expect(signalsOf([0, statements(3, 4)], [60, statements(3, 4)])).toEqual([]);
  });

  it("waits for an answer after a short interval, not after a long one", () => {
    expect(signalsOf([0, single(3)], [27, single(3)])).toEqual([]);
    expect(signalsOf([0, single(3)], [27, single(3), YES])).toEqual(["stagnation"]);
    expect(signalsOf([0, single(3)], [366, single(3)])).toEqual(["stagnation"]);
  });
});

describe("concern_remains", () => {
  it("is raised by a small gain only because a person says so", () => {
    expect(signalsOf([0, single(1)], [60, single(2)])).toEqual([]);
    expect(signalsOf([0, single(1)], [60, single(2), YES])).toEqual(["concern_remains"]);
    expect(signalsOf([0, single(1)], [10, single(2), YES])).toEqual(["concern_remains"]);
    expect(signalsOf([0, single(1)], [60, single(2), NO])).toEqual([]);
  });

  it("is never raised by a clear gain", () => {
    expect(signalsOf([0, single(1)], [60, single(3), YES])).toEqual([]);
  });
});

describe("prolonged_stagnation", () => {
  const STILL: Step[] = [
    [0, single(2)],
    [60, single(2)],
  ];

  it("follows on a countable follow-up that left concern without a clear gain", () => {
    expect(signalsOf(...STILL, [120, single(2)])).toEqual(["stagnation", "prolonged_stagnation"]);
    expect(signalsOf([0, single(1)], [60, single(2)], [120, single(2)])).toEqual([
      "stagnation",
      "prolonged_stagnation",
    ]);
    expect(signalsOf([0, single(3)], [60, single(2)], [120, single(2)])).toEqual([
      "stagnation",
      "prolonged_stagnation",
    ]);
    expect(signalsOf([0, single(5)], [60, single(2)], [120, single(2)])).toEqual([
      "stagnation",
      "prolonged_stagnation",
    ]);
  });

  it("does not follow on one that was maintained, had no concern, or was a clear gain", () => {
    expect(signalsOf([0, single(2)], [60, single(2), NO], [120, single(2)])).toEqual(["stagnation"]);
    expect(signalsOf([0, statements(3, 4)], [60, statements(3, 4)], [120, statements(3, 4), YES])).toEqual([
      "stagnation",
    ]);
    expect(signalsOf([0, single(1)], [60, single(3), YES], [120, single(3)])).toEqual(["stagnation"]);
  });

  it("is carried by a gain that a person finds too small, and by a small decline with concern", () => {
    expect(signalsOf(...STILL, [120, single(3), YES])).toEqual(["concern_remains", "prolonged_stagnation"]);
    expect(signalsOf(...STILL, [120, single(1)])).toEqual(["decline", "prolonged_stagnation"]);
    expect(signalsOf(...STILL, [120, single(1), NO])).toEqual([]);
    expect(signalsOf([0, single(4)], [60, single(4), YES], [120, single(2)])).toEqual(["decline"]);
  });

  it("is not carried by a small decline that is raised only as the second in a row", () => {
    expect(signalsOf([0, single(5)], [60, single(4), YES], [120, single(3), NO])).toEqual(["decline"]);
  });

  it("needs countable follow-ups on both sides", () => {
    expect(signalsOf(...STILL, [80, single(2), YES])).toEqual(["stagnation"]);
    expect(signalsOf(...STILL, [60 + 366, single(2)])).toEqual(["stagnation"]);
    expect(signalsOf([0, single(2)], [10, single(2), YES], [80, single(2)])).toEqual(["stagnation"]);
    expect(signalsOf([0, single(2)], [400, single(2)], [460, single(2)])).toEqual(["stagnation"]);
  });

  it("looks past follow-ups that do not count to the latest that does", () => {
    expect(signalsOf(...STILL, [70, single(2)], [120, single(2)])).toEqual([
      "stagnation",
      "prolonged_stagnation",
    ]);
    expect(signalsOf(...STILL, [90, single("declined")], [120, single(2)])).toEqual([
      "stagnation",
      "prolonged_stagnation",
    ]);
    expect(signalsOf(...STILL, [120, single(2), NO], [180, single(2)])).toEqual(["stagnation"]);
  });

  it("is not raised when the whole window is a clear gain", () => {
    expect(signalsOf([0, single(1)], [60, single(2), YES], [120, single(3), YES])).toEqual([
      "concern_remains",
    ]);
    expect(signalsOf([0, single(2)], [60, single(2), YES], [120, single(3), YES])).toEqual([
      "concern_remains",
      "prolonged_stagnation",
    ]);
    expect(signalsOf([0, single(5)], [60, single(3), YES], [120, single(3), YES])).toEqual([
      "stagnation",
      "prolonged_stagnation",
    ]);
  });

  it("is raised when the window itself cannot be compared", () => {
    expect(
      signalsOf(
        [0, statements(1, 1)],
        [60, statements(1, 1, 3, 3)],
        [120, statements(undefined, undefined, 3, 3)],
      ),
    ).toEqual(["stagnation", "prolonged_stagnation"]);
  });
});

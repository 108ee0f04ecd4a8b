import { describe, expect, it } from "vitest";
import type { Answer } from "../behovskompass/index.ts";
import { aSeries, lastComparableOf, lastOf, single, statements } from "./a-series.test-support.ts";

const labelOf = (before: Answer[], now: Answer[]) =>
  lastOf(aSeries([0, statements(...before)], [60, statements(...now)])).label;

describe("bands of statement means", () => {
  it.each<[string, Answer[], Answer[]]>([
    ["unchanged", [3, 3, 3, 3], [3, 3, 3, 4]],
    ["some_improvement", [3, 3, 3, 3], [3, 3, 4, 4]],
    ["some_improvement", [3, 3, 3, 3], [3, 4, 4, 4]],
    ["clear_improvement", [3, 3, 3, 3], [4, 4, 4, 4]],
    ["unchanged", [3, 3, 3, 3], [3, 3, 3, 2]],
    ["some_decline", [3, 3, 3, 3], [3, 3, 2, 2]],
    ["some_decline", [3, 3, 3, 3], [3, 2, 2, 2]],
    ["clear_decline", [3, 3, 3, 3], [2, 2, 2, 2]],
    ["unchanged", [2, 2, 2, 2, 2], [3, 3, 2, 2, 2]],
    ["clear_improvement", [2, 2, 3], [3, 3, 4]],
  ])("%s: %j to %j", (label, before, now) => expect(labelOf(before, now)).toBe(label));

  it("takes a clear distance on two common statements as small, both ways", () => {
    expect(labelOf([3, 3], [5, 5])).toBe("some_improvement");
    expect(labelOf([5, 5], [3, 3])).toBe("some_decline");
  });

  it("takes a small drop from 2,0 or lower as clear, also on two common statements", () => {
    expect(labelOf([2, 2, 2, 2], [1, 1, 2, 2])).toBe("clear_decline");
    expect(labelOf([2, 2], [1, 2])).toBe("clear_decline");
    expect(labelOf([2, 2], [1, 1])).toBe("clear_decline");
    expect(labelOf([2, 2, 2, 3], [1, 1, 2, 3])).toBe("some_decline");
    expect(labelOf([2, 2, 2, 2], [1, 2, 2, 2])).toBe("unchanged");
  });

  it("takes a small rise from 2,0 or lower as small", () => {
    expect(labelOf([1, 1, 2, 2], [2, 2, 2, 2])).toBe("some_improvement");
  });

  it("measures the floor on the common statements, not on all that were answered", () => {
    const entries = aSeries([0, statements(2, 2, 5)], [60, statements(1, 2, "blank")]);
    expect(lastOf(entries).label).toBe("clear_decline");
  });
});

describe("bands of a single rating", () => {
  it.each<[string, Answer, Answer]>([
    ["clear_improvement", 1, 3],
    ["some_improvement", 1, 2],
    ["unchanged", 2, 2],
    ["some_decline", 2, 1],
    ["clear_decline", 3, 1],
    ["clear_decline", 5, 1],
  ])("%s: %d to %d", (label, before, now) => {
    expect(lastOf(aSeries([0, single(before)], [60, single(now)])).label).toBe(label);
  });
});

describe("concern", () => {
  const concernAt = (now: Answer, said = {}) => {
    const { concern, concernBasis } = lastComparableOf(aSeries([0, single(3)], [60, single(now), said]));
    return [concern, concernBasis];
  };

  it("is presumed at 3,0 or lower without a target", () => {
    expect(concernAt(3)).toEqual([true, "presumed"]);
    expect(concernAt(4)).toEqual([false, "presumed"]);
    const justAbove = aSeries([0, statements(3, 3, 3, 3)], [60, statements(3, 3, 3, 4)]);
    expect(lastComparableOf(justAbove).concern).toBe(false);
  });

  it("is presumed below the target where one is set", () => {
    expect(concernAt(4, { target: "4.5" })).toEqual([true, "presumed"]);
    expect(concernAt(4, { target: "4" })).toEqual([false, "presumed"]);
    expect(concernAt(2, { target: "2" })).toEqual([false, "presumed"]);
  });

  it("is what a person answers, whatever the score and the target", () => {
    expect(concernAt(5, { concern: true })).toEqual([true, "answered"]);
    expect(concernAt(1, { concern: false, target: "5" })).toEqual([false, "answered"]);
  });
});

describe("a kept value", () => {
  const keptAt = (value: Answer, said = {}) =>
    lastOf(aSeries([0, single(value)], [60, single(value), said])).label;

  it("is maintained at 4,0 or higher without a target", () => {
    expect(keptAt(4)).toBe("maintained");
    expect(keptAt(3)).toBe("unchanged");
    const justBelow = aSeries([0, statements(3, 4, 4, 4)], [60, statements(3, 4, 4, 4)]);
    expect(lastOf(justBelow).label).toBe("unchanged");
  });

  it("is maintained at its target, also a low one", () => {
    expect(keptAt(2, { target: "2" })).toBe("maintained");
    expect(keptAt(4, { target: "4,5" })).toBe("unchanged");
  });

  it("is maintained when a person says that no thoughts remain, and never when they say so", () => {
    expect(keptAt(1, { concern: false })).toBe("maintained");
    expect(keptAt(5, { concern: true })).toBe("unchanged");
  });

  it("is never maintained when a statement dropped", () => {
    const dropped = aSeries([0, statements(5, 5, 5, 3)], [60, statements(5, 5, 3, 5), { concern: false }]);
    expect(lastComparableOf(dropped)).toMatchObject({ label: "unchanged", flags: ["statement_drop"] });
  });
});

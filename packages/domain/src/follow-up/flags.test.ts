import { describe, expect, it } from "vitest";
import { addDays } from "../shared/index.ts";
import {
  aSeries,
  FIRST_DAY,
  lastComparableOf,
  single,
  statements,
  type Traits,
} from "./a-series.test-support.ts";

const afterDays = (days: number, traits: Traits = {}) =>
  lastComparableOf(aSeries([0, single(4)], [days, single(4), traits])).flags;

describe("flags", () => {
  it("are none for an ordinary follow-up", () => expect(afterDays(60)).toEqual([]));

  it.each([
    [1, ["short_interval"]],
    [27, ["short_interval"]],
    [28, []],
    [365, []],
    [366, ["long_interval"]],
  ])("by the days between the assessments: %d", (days, flags) => expect(afterDays(days)).toEqual(flags));

  it.each([
    [0, []],
    [14, []],
    [15, ["late_registration"]],
  ])("by the days from assessment to registration: %d", (days, flags) => {
    expect(afterDays(60, { registeredOn: addDays(FIRST_DAY, 60 + days) })).toEqual(flags);
  });

  it("tell when a statement was answered in one of the two only", () => {
    const flagsOf = (before: ReturnType<typeof statements>, now: ReturnType<typeof statements>) =>
      lastComparableOf(aSeries([0, before], [60, now])).flags;
    expect(flagsOf(statements(3, 3), statements(3, 3, 3))).toEqual(["common_statements_only"]);
    expect(flagsOf(statements(3, 3, 3), statements(3, 3))).toEqual(["common_statements_only"]);
    expect(flagsOf(statements(3, 3, "blank"), statements(3, 3))).toEqual([]);
  });

  it("tell of a statement that fell by two, not of one that fell by one or of a single rating", () => {
    const drop = (before: 4, now: 2 | 3) =>
      lastComparableOf(aSeries([0, statements(3, 3, before)], [60, statements(3, 3, now)])).flags;
    expect(drop(4, 2)).toEqual(["statement_drop"]);
    expect(drop(4, 3)).toEqual([]);
    expect(lastComparableOf(aSeries([0, single(5)], [60, single(1)])).flags).toEqual([]);
  });

  it("tell of another age form only when both are known", () => {
    const forms = (before: Traits["ageForm"], now: Traits["ageForm"]) =>
      lastComparableOf(
        aSeries([0, single(4), { ageForm: before ?? null }], [60, single(4), { ageForm: now ?? null }]),
      ).flags;
    expect(forms("4-6", "6-12")).toEqual(["different_age_form"]);
    expect(forms("6-12", "6-12")).toEqual([]);
    expect(forms(null, "6-12")).toEqual([]);
    expect(forms("4-6", null)).toEqual([]);
  });

  it("stand in their fixed order", () => {
    const entries = aSeries(
      [0, statements(4, 3, 3), { ageForm: "4-6" }],
      [10, statements(2, 3), { ageForm: "6-12", registeredOn: addDays(FIRST_DAY, 100) }],
    );
    expect(lastComparableOf(entries).flags).toEqual([
      "short_interval",
      "late_registration",
      "common_statements_only",
      "statement_drop",
      "different_age_form",
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { localDate } from "../shared/index.ts";
import {
  type DayOfLooks,
  DEFAULT_REVIEW_RULES,
  isDrawn,
  isOddHour,
  type LookedAt,
  reviewDueOn,
  reviewReasons,
  sharesSurname,
} from "./review-rules.ts";

const rules = DEFAULT_REVIEW_RULES;
const day = localDate("2026-03-17");
const look: LookedAt = { hour: 10, weekday: 2, purpose: "uppfoljning", hash: "ffffffff" };
const child = { sharesSurname: false, isProtected: false, hasRelation: true, closedOn: null };
const usual: DayOfLooks = {
  day,
  looks: [look],
  child,
  saysOfDay: true,
  childrenThatDay: 4,
  childrenUsually: 5,
};

const reasonsOf = (changed: Partial<DayOfLooks>) => reviewReasons({ ...usual, ...changed }, rules);

describe("a day's looks of one person", () => {
  it("are not taken up when they are as usual", () => {
    expect(reasonsOf({})).toEqual([]);
    expect(reasonsOf({ child: null })).toEqual([]);
  });

  it.each([
    ["emergency", { looks: [look, { ...look, purpose: "nodoppning" }] }],
    ["protected_identity", { child: { ...child, isProtected: true } }],
    ["same_surname", { child: { ...child, sharesSurname: true } }],
    ["no_relation", { child: { ...child, hasRelation: false } }],
    ["after_closing", { child: { ...child, closedOn: localDate("2026-03-16") } }],
    ["odd_hours", { looks: [look, { ...look, hour: 22 }] }],
    ["random", { looks: [{ ...look, hash: "00000000ff" }] }],
    ["volume", { childrenThatDay: 21, childrenUsually: 5 }],
  ] as const)("are taken up for %s, alone", (reason, changed) => {
    expect(reasonsOf(changed)).toEqual([reason]);
  });

  it("of the day the child was closed are no looks after closing", () => {
    expect(reasonsOf({ child: { ...child, closedOn: day } })).toEqual([]);
  });

  it("are many only above the number and above the person's own usual", () => {
    const many = { child: null, childrenThatDay: 21 };
    expect(reasonsOf({ ...many, childrenUsually: 7 })).toEqual([]);
    expect(reasonsOf({ ...many, childrenUsually: null })).toEqual(["volume"]);
    expect(reasonsOf({ ...many, childrenThatDay: 20, childrenUsually: null })).toEqual([]);
    expect(reasonsOf({ childrenThatDay: 21, childrenUsually: 1, saysOfDay: false })).toEqual([]);
  });

  it("name every reason, the gravest first", () => {
    const all = reasonsOf({
      saysOfDay: true,
      childrenThatDay: 99,
      looks: [{ hour: 3, weekday: 7, purpose: "nodoppning", hash: "00000000" }],
      child: {
        sharesSurname: true,
        isProtected: true,
        hasRelation: false,
        closedOn: localDate("2026-01-01"),
      },
    });
    expect(all).toEqual([
      "emergency",
      "protected_identity",
      "same_surname",
      "no_relation",
      "after_closing",
      "odd_hours",
      "volume",
      "random",
    ]);
  });
});

describe("odd hours", () => {
  it.each([
    [21, 1, false],
    [22, 1, true],
    [5, 1, true],
    [6, 1, false],
    [12, 5, false],
    [12, 6, true],
    [12, 7, true],
  ])("%i o'clock on weekday %i: %s", (hour, weekday, expected) => {
    expect(isOddHour({ hour, weekday }, rules)).toBe(expected);
  });
});

it("draws one row in a hundred, by its hash", () => {
  const hashes = Array.from({ length: 10_000 }, (_, index) =>
    Math.floor(((index + 0.5) * 0x1_0000_0000) / 10_000)
      .toString(16)
      .padStart(8, "0"),
  );
  expect(hashes.filter((hash) => isDrawn(hash, rules))).toHaveLength(100);
});

it("is due in two weeks, after emergency access in one", () => {
  expect(reviewDueOn(day, ["random"], rules)).toBe("2026-03-31");
  expect(reviewDueOn(day, ["emergency", "random"], rules)).toBe("2026-03-24");
});

describe("a surname", () => {
  it.each([
    ["Vandral", ["Vandral"], true],
    ["VANDRAL", ["Mira Vandral"], true],
    ["Ek-Lund", ["Lund"], true],
    ["Åberg", ["Aberg"], false],
    ["Ek", ["Ek"], true],
    ["Berg", ["Bergström"], false],
    ["Berg", [], false],
  ])("%s is shared with %j: %s", (name, others, expected) => {
    expect(sharesSurname(name, others)).toBe(expected);
  });
});

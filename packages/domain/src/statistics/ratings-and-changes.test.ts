import { describe, expect, it } from "vitest";
import { type Area, raterKey, type Value } from "../behovskompass/index.ts";
import { type Assessment, DEFAULT_RULES, type Thoughts } from "../follow-up/index.ts";
import { fraction, type LocalDate, localDate } from "../shared/index.ts";
import type { CountedChild } from "./counted-child.ts";
import { lastChanges } from "./last-changes.ts";
import { lastRatings } from "./last-ratings.ts";
import { lasarOf } from "./period.ts";

const LASAR = lasarOf(localDate("2026-01-01"));

function rated(day: string, value: Value | "declined", rater = "barn", registered = day): Assessment {
  return {
    compassId: `${day}-${rater}`,
    rater: raterKey(rater),
    assessedOn: localDate(day),
    registeredOn: localDate(registered),
    instrument: "samtalsunderlag",
    instrumentVersion: "1",
    ageForm: "6-12",
    ratings: new Map([["fritid", { kind: "single", answer: value }]]),
  };
}

function child(
  assessments: readonly Assessment[],
  thoughts: ReadonlyMap<string, ReadonlyMap<Area, Thoughts>> = new Map(),
): CountedChild {
  return {
    history: { assessments, thoughts },
    groupOn: (day: LocalDate) => ({
      unit: day < localDate("2026-01-01") ? "FSK1" : "SKO1",
      ageGroup: "7-12",
    }),
  };
}

const rate = (one: CountedChild) => lastRatings(one, LASAR, DEFAULT_RULES);
const change = (one: CountedChild) => lastChanges(one, LASAR, DEFAULT_RULES);

describe("the one rating of a läsår", () => {
  it("is the last registered in it, where the child was then", () => {
    const all = [
      rated("2025-06-30", 1),
      rated("2026-03-01", 4),
      rated("2025-09-01", 2),
      rated("2026-07-01", 5),
    ];
    expect(rate(child(all))).toEqual([
      {
        area: "fritid",
        rater: "barn",
        unit: "SKO1",
        ageGroup: "7-12",
        score: fraction(4),
        needsStrengthening: false,
      },
    ]);
    expect(rate(child(all.toReversed()))).toEqual(rate(child(all)));
  });

  it("belongs to the läsår of its registration", () => {
    expect(rate(child([rated("2025-06-20", 3)]))).toEqual([]);
    expect(rate(child([rated("2025-06-20", 3, "barn", "2025-07-02")]))).toHaveLength(1);
    expect(rate(child([rated("2026-06-20", 3, "barn", "2026-07-02")]))).toEqual([]);
  });

  it("is the last with a score: an unanswered area is not a rating", () => {
    expect(rate(child([rated("2025-09-01", 2), rated("2026-03-01", "declined")]))[0]?.score).toEqual(
      fraction(2),
    );
  });

  it("is one of two guardians', the last", () => {
    const all = [rated("2025-09-01", 2, "vardnadshavare:1"), rated("2025-10-01", 5, "vardnadshavare:2")];
    expect(rate(child(all)).map(({ rater, score }) => [rater, score.numerator])).toEqual([
      ["vardnadshavare", 5],
    ]);
  });

  it("needs strengthening at 3,0 or lower, unless a person has answered that no thoughts remain", () => {
    expect(rate(child([rated("2025-09-01", 3)]))[0]?.needsStrengthening).toBe(true);
    expect(rate(child([rated("2025-09-01", 4)]))[0]?.needsStrengthening).toBe(false);
    const said = new Map([
      ["2025-09-01-barn", new Map([["fritid", { concern: false, target: null }] as const])],
    ]);
    expect(rate(child([rated("2025-09-01", 3)], said))[0]?.needsStrengthening).toBe(false);
  });
});

describe("the one change of a läsår", () => {
  it("is between the last two comparable compasses in it", () => {
    const all = [rated("2025-08-01", 5), rated("2025-10-01", 2), rated("2026-02-01", 3)];
    expect(change(child(all)).map(({ group, unit }) => [group, unit])).toEqual([["improved", "SKO1"]]);
    expect(change(child(all.slice(0, 2))).map(({ group }) => group)).toEqual(["declined"]);
  });

  it("needs both in the läsår: one compass is no change", () => {
    expect(change(child([rated("2025-06-01", 2), rated("2025-10-01", 4)]))).toEqual([]);
    expect(change(child([rated("2026-06-01", 2), rated("2026-07-10", 4)]))).toEqual([]);
    const another = rated("2025-10-01", 3, "vardnadshavare:1");
    expect(change(child([rated("2025-06-01", 2), rated("2025-10-01", 4), another]))).toEqual([]);
  });

  it("tells a kept good value from no clear change", () => {
    expect(change(child([rated("2025-08-01", 5), rated("2025-12-01", 5)]))[0]?.group).toBe("maintained");
    expect(change(child([rated("2025-08-01", 2), rated("2025-12-01", 2)]))[0]?.group).toBe("unchanged");
  });

  it("counts a child once for two guardians, by the one who rated last", () => {
    const all = [
      rated("2025-08-01", 2, "vardnadshavare:1"),
      rated("2026-03-01", 4, "vardnadshavare:1"),
      rated("2025-08-01", 4, "vardnadshavare:2"),
      rated("2025-12-01", 2, "vardnadshavare:2"),
    ];
    expect(change(child(all)).map(({ rater, group }) => [rater, group])).toEqual([
      ["vardnadshavare", "improved"],
    ]);
  });
});

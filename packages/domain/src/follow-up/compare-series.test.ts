import { describe, expect, it } from "vitest";
import { addDays, decimal, fraction, localDate } from "../shared/index.ts";
import {
  aCompass,
  aSeries,
  compare,
  FIRST_DAY,
  lastComparableOf,
  lastOf,
  single,
  statements,
} from "./a-series.test-support.ts";
import { indexEquivalences } from "./equivalences.ts";
import { DEFAULT_RULES } from "./rule-set.ts";

describe("which compasses are compared", () => {
  it("gives no comparison for a first compass", () => {
    expect(compare(aSeries([0, single(2)]))).toEqual([]);
  });

  it("compares with the latest earlier compass that has a value, past those without", () => {
    const comparisons = compare(
      aSeries([0, single(1)], [40, single(2)], [80, single("declined")], [120, single(4)]),
    );
    expect(comparisons.map(({ previous }) => previous?.assessedOn ?? null)).toEqual([
      FIRST_DAY,
      addDays(FIRST_DAY, 40),
      addDays(FIRST_DAY, 40),
    ]);
  });

  it("goes by the day of assessment, whatever order they were registered in", () => {
    const inOrder = aSeries([0, single(1)], [40, single(2)], [80, single(5)]);
    expect(compare(inOrder.toReversed())).toEqual(compare(inOrder));
  });
});

describe("what cannot be compared", () => {
  const blank = statements("blank", "dont_know", "declined");

  it("has no score when nothing is answered now, also when nothing was before", () => {
    const withBefore = lastOf(aSeries([0, statements(2, 2)], [60, blank]));
    expect(withBefore).toMatchObject({
      label: "not_comparable",
      reason: "missing_now",
      score: null,
      commonStatements: null,
    });
    expect(withBefore.previous?.score).toEqual(fraction(2));
    const without = lastOf(aSeries([0, blank], [60, blank]));
    expect(without).toMatchObject({ reason: "missing_now", previous: null });
  });

  it("shows the score of the first value of a series", () => {
    const first = lastOf(aSeries([0, blank], [60, statements(3, 4)]));
    expect(first).toMatchObject({
      reason: "missing_before",
      score: fraction(7, 2),
      previous: null,
      commonStatements: null,
    });
  });

  it("shows the score under another instrument", () => {
    const changed = lastOf(aSeries([0, single(2)], [60, statements(3, 3, 3)]));
    expect(changed).toMatchObject({
      reason: "different_instrument",
      score: fraction(3),
      commonStatements: null,
    });
    const back = lastOf(aSeries([0, statements(3, 3, 3)], [60, single(2)]));
    expect(back).toMatchObject({ reason: "different_instrument", score: fraction(2) });
    const sameKind = lastOf(aSeries([0, single(2)], [60, single(2), { instrument: "skattningsformular" }]));
    expect(sameKind).toMatchObject({ reason: "different_instrument" });
    const otherKind = lastOf(
      aSeries([0, single(2)], [60, statements(2, 2), { instrument: "samtalsunderlag" }]),
    );
    expect(otherKind).toMatchObject({ reason: "different_instrument" });
    const backToSingle = lastOf(
      aSeries([0, statements(2, 2), { instrument: "samtalsunderlag" }], [60, single(2)]),
    );
    expect(backToSingle).toMatchObject({ reason: "different_instrument" });
  });

  it.each([
    { common: 1, answered: 1, isEnough: false },
    { common: 2, answered: 2, isEnough: true },
    { common: 2, answered: 4, isEnough: true },
    { common: 2, answered: 5, isEnough: false },
    { common: 3, answered: 5, isEnough: true },
    { common: 3, answered: 6, isEnough: true },
    { common: 3, answered: 7, isEnough: false },
    { common: 4, answered: 7, isEnough: true },
  ])(
    "needs two common statements and half of the smaller set: $common of $answered",
    ({ common, answered, isEnough }) => {
      const before = statements(...Array<3>(answered).fill(3));
      const shift = Array<undefined>(answered - common).fill(undefined);
      const now = statements(...shift, ...Array<3>(answered).fill(3));
      const comparison = lastOf(aSeries([0, before], [60, now]));
      expect(comparison.commonStatements).toBe(common);
      expect(comparison.label === "not_comparable").toBe(!isEnough);
      if (!isEnough)
        expect(comparison).toMatchObject({ reason: "too_few_common_statements", score: fraction(3) });
    },
  );

  it("takes the share of the rule set it is given", () => {
    const rules = { ...DEFAULT_RULES, commonStatements: { atLeast: 1, share: decimal("0.75") } };
    const threeOfFour = aSeries([0, statements(3, 3, 3, 3)], [60, statements(undefined, 3, 3, 3, 3)]);
    expect(lastOf(threeOfFour, { rules }).label).toBe("unchanged");
    const halves = aSeries([0, statements(3, 3, 3, 3)], [60, statements(undefined, undefined, 3, 3, 3, 3)]);
    expect(lastOf(halves, { rules })).toMatchObject({
      reason: "too_few_common_statements",
      commonStatements: 2,
    });
  });

  it("measures half by the smaller set, whichever side it is on", () => {
    const large = statements(3, 3, 3, 3, 3, 3, 3, 3);
    const small = statements(3, 3);
    expect(lastOf(aSeries([0, large], [60, small])).label).toBe("unchanged");
    expect(lastOf(aSeries([0, small], [60, large])).commonStatements).toBe(2);
  });
});

describe("versions of the form", () => {
  const equivalences = indexEquivalences([
    {
      instrument: "skattningsformular",
      fromVersion: "1",
      toVersion: "2",
      pairs: [
        { from: "p1", to: "p2" },
        { from: "p2", to: "p1" },
        { from: "p3", to: "p3" },
      ],
    },
    { instrument: "samtalsunderlag", fromVersion: "2", toVersion: "3", pairs: [{ from: "p1", to: "p1" }] },
  ]);
  const inVersion = (instrumentVersion: string) => ({ instrumentVersion });

  it("never takes the same key for the same statement without a declaration", () => {
    const undeclared = lastOf(aSeries([0, statements(2, 2, 2)], [60, statements(2, 2, 2), inVersion("2")]));
    expect(undeclared).toMatchObject({
      reason: "different_version",
      commonStatements: 0,
      score: fraction(2),
    });
  });

  it("follows the declaration both ways round", () => {
    const forward = aSeries([0, statements(1, 5, 3)], [60, statements(5, 1, 3), inVersion("2")]);
    expect(lastComparableOf(forward, { equivalences })).toMatchObject({
      delta: fraction(0),
      commonStatements: 3,
      flags: [],
    });
    const back = aSeries([0, statements(1, 5, 3), inVersion("2")], [60, statements(5, 1, 3)]);
    expect(lastComparableOf(back, { equivalences })).toMatchObject({
      delta: fraction(0),
      commonStatements: 3,
    });
  });

  it("never chains declarations, and none of another instrument counts", () => {
    const onward = aSeries(
      [0, statements(1, 1, 1), inVersion("2")],
      [60, statements(1, 1, 1), inVersion("3")],
    );
    expect(lastOf(onward, { equivalences })).toMatchObject({ reason: "different_version" });
  });

  it("names the version as the reason when too few statements are declared", () => {
    const one = indexEquivalences([
      {
        instrument: "skattningsformular",
        fromVersion: "1",
        toVersion: "2",
        pairs: [{ from: "p1", to: "p1" }],
      },
    ]);
    const comparison = lastOf(aSeries([0, statements(2, 2)], [60, statements(2, 2), inVersion("2")]), {
      equivalences: one,
    });
    expect(comparison).toMatchObject({ reason: "different_version", commonStatements: 1 });
  });

  it("gathers declarations of the same two versions", () => {
    const pair = (from: string, to: string) =>
      ({
        instrument: "skattningsformular",
        fromVersion: "1",
        toVersion: "2",
        pairs: [{ from, to }],
      }) as const;
    const gathered = indexEquivalences([pair("p1", "p1"), pair("p2", "p2")]);
    const entries = aSeries([0, statements(2, 2)], [60, statements(2, 2), inVersion("2")]);
    expect(lastComparableOf(entries, { equivalences: gathered }).commonStatements).toBe(2);
  });

  it("compares single ratings whatever the version", () => {
    const entries = aSeries([0, single(2)], [60, single(4), inVersion("7")]);
    expect(lastComparableOf(entries)).toMatchObject({ delta: fraction(2), commonStatements: 1 });
  });
});

describe("a comparison", () => {
  it("tells both means on the common statements, and the full score apart from them", () => {
    const comparison = lastComparableOf(aSeries([0, statements(2, 3)], [60, statements(3, 4, 5)]));
    expect(comparison).toMatchObject({
      kind: "statements",
      meanBefore: decimal("2.5"),
      meanNow: decimal("3.5"),
      delta: fraction(1),
      score: fraction(4),
      commonStatements: 2,
      intervalDays: 60,
      target: null,
    });
    expect(comparison.previous).toMatchObject({ assessedOn: FIRST_DAY, score: decimal("2.5") });
    expect(comparison.current).toMatchObject({ assessedOn: addDays(FIRST_DAY, 60), score: fraction(4) });
  });

  it("tells the target of its own compass", () => {
    const entries = aSeries([0, single(2), { target: "4" }], [60, single(3), { target: "3,5" }]);
    expect(lastComparableOf(entries).target).toEqual(decimal("3.5"));
  });

  it("names the statements that fell by two or more by their keys", () => {
    const comparison = lastComparableOf(aSeries([0, statements(5, 4, 3, 2)], [60, statements(3, 3, 1, 4)]));
    expect(comparison.droppedStatements).toEqual([
      { previousKey: "p1", currentKey: "p1", before: 5, now: 3 },
      { previousKey: "p3", currentKey: "p3", before: 3, now: 1 },
    ]);
  });

  it("follows the numbers of the rule set it is given", () => {
    const rules = { ...DEFAULT_RULES, singleRating: { small: decimal("2"), clear: decimal("3") } };
    expect(lastOf(aSeries([0, single(4)], [60, single(5)]), { rules }).label).toBe("maintained");
    expect(lastOf(aSeries([0, single(3)], [60, single(5)]), { rules }).label).toBe("some_improvement");
  });
});

it("counts the follow-ups in a row that found no clear change, and since when", () => {
  const rows = compare(
    aSeries(
      [0, single(2)],
      [60, single(2)],
      [120, single(2)],
      [130, single(2)],
      [190, single(3), { concern: true }],
      [400, single(5)],
    ),
  );
  const counted = rows.map((row) =>
    row.label === "not_comparable" ? null : [row.followUpsInARow, row.withoutClearGainSince],
  );
  expect(counted).toEqual([
    [1, null],
    [2, FIRST_DAY],
    [0, null],
    [3, FIRST_DAY],
    [0, null],
  ]);
});

it("counts a first follow-up that only presumed its concern, though it raised nothing", () => {
  const gain = lastComparableOf(aSeries([0, single(1)], [60, single(2)], [120, single(2)]));
  expect(gain).toMatchObject({ followUpsInARow: 2, withoutClearGainSince: FIRST_DAY });
});

it("keeps the compass of a day beside its neighbours", () => {
  const entries = [
    aCompass(localDate("2026-03-01"), single(3), { compassId: "b" }),
    aCompass(localDate("2026-01-01"), single(3), { compassId: "a" }),
  ];
  expect(lastOf(entries)).toMatchObject({ previous: { compassId: "a" }, current: { compassId: "b" } });
});

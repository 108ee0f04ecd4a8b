import { describe, expect, it } from "vitest";
import { aChild, anAssessment } from "./a-child.test-support.ts";
import { statements } from "./a-series.test-support.ts";
import { compareChild } from "./compare-child.ts";
import { indexEquivalences } from "./equivalences.ts";
import { DEFAULT_RULES } from "./rule-set.ts";

describe("the series of a child", () => {
  it("are one for each rater and area that is listed, in the model's order", () => {
    const series = aChild([
      { days: 0, rater: "profession:bvc", ratings: { omsorg: statements(3, 3) } },
      { days: 1, rater: "barnteam", ratings: { fritid: 3 } },
      { days: 2, rater: "vardnadshavare:2", ratings: { fritid: 3 } },
      { days: 3, rater: "vardnadshavare:1", ratings: { fritid: 3 } },
      { days: 4, rater: "barn", ratings: { utvecklas: 3, omsorg: "blank" } },
      { days: 5, rater: "barn", ratings: { utvecklas: 3 } },
    ]);
    expect(series.map(({ rater, area, entries }) => [rater, area, entries.length])).toEqual([
      ["barn", "omsorg", 1],
      ["barn", "utvecklas", 2],
      ["vardnadshavare:1", "fritid", 1],
      ["vardnadshavare:2", "fritid", 1],
      ["barnteam", "fritid", 1],
      ["profession:bvc", "omsorg", 1],
    ]);
  });

  it("have their compasses in order of assessment, without the rater inside", () => {
    const [series] = aChild([
      { days: 60, rater: "barn", ratings: { fritid: 3 } },
      { days: 0, rater: "barn", ratings: { fritid: 2 } },
    ]);
    expect(series?.entries.map(({ compassId }) => compassId)).toEqual(["day-0", "day-60"]);
    expect(series?.entries[0]).not.toHaveProperty("rater");
    expect(series?.comparisons).toHaveLength(1);
  });

  it("take the thoughts of a round for every rater of it, and of no other round or area", () => {
    const round = { compassId: "uppföljning", days: 60 };
    const series = aChild(
      [
        { days: 0, rater: "barn", ratings: { fritid: 4, omsorg: 4 } },
        { days: 0, rater: "vardnadshavare:1", ratings: { fritid: 4 } },
        { ...round, rater: "barn", ratings: { fritid: 4, omsorg: 4 } },
        { ...round, rater: "vardnadshavare:1", ratings: { fritid: 4 } },
        { days: 120, rater: "barn", ratings: { fritid: 4, omsorg: 4 } },
      ],
      [{ compassId: "uppföljning", area: "fritid", concern: true }],
    );
    const basis = series.map(({ comparisons }) =>
      comparisons.map((one) => (one.label === "not_comparable" ? "" : `${one.concern} ${one.concernBasis}`)),
    );
    expect(basis).toEqual([
      ["false presumed", "false presumed"],
      ["true answered", "false presumed"],
      ["true answered"],
    ]);
  });

  it("use the declared equivalences", () => {
    const [before, now] = [0, 60].map((days) =>
      anAssessment({ days, rater: "barnteam", ratings: { fritid: statements(3, 3) } }),
    );
    if (before === undefined || now === undefined) throw new Error("two assessments were made");
    const equivalences = indexEquivalences([
      {
        instrument: "skattningsformular",
        fromVersion: "1",
        toVersion: "2",
        pairs: [
          { from: "p1", to: "p1" },
          { from: "p2", to: "p2" },
        ],
      },
    ]);
    const history = { assessments: [before, { ...now, instrumentVersion: "2" }], thoughts: new Map() };
    const labels = (index?: typeof equivalences) =>
      compareChild(history, DEFAULT_RULES, index).flatMap(({ comparisons }) =>
        comparisons.map(({ label }) => label),
      );
    expect(labels()).toEqual(["not_comparable"]);
    expect(labels(equivalences)).toEqual(["unchanged"]);
  });
});

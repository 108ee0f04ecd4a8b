import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fraction } from "../shared/index.ts";
import { type Answer, isValue, UNANSWERED, VALUES } from "./answer.ts";
import { answerLayout } from "./answer-layout.ts";
import { AREAS, type Area } from "./area.ts";
import { type AreaRating, areaScore, scoreOf, tally } from "./area-rating.ts";
import type { Instrument } from "./instrument.ts";
import { packAnswers, unpackAnswers } from "./packed-answers.ts";
import { PLACEHOLDER_SAMTALSUNDERLAG } from "./placeholder-samtalsunderlag.ts";
import { PLACEHOLDER_SKATTNINGSFORMULAR } from "./placeholder-skattningsformular.ts";

const answer: fc.Arbitrary<Answer> = fc.constantFrom(...VALUES, ...UNANSWERED);
const statementLayout = answerLayout(PLACEHOLDER_SKATTNINGSFORMULAR);
const singleLayout = answerLayout(PLACEHOLDER_SAMTALSUNDERLAG);

/** Any areas listed, in each any statements, at least one. */
const statementRatings = fc
  .record(
    Object.fromEntries(
      statementLayout.areas.map(({ area, keys }) => {
        const [first = "", ...others] = keys;
        const requiredKeys: string[] = [];
        const some = fc.record(Object.fromEntries(others.map((key) => [key, answer])), { requiredKeys });
        return [area, fc.tuple(answer, some).map(([given, rest]) => ({ [first]: given, ...rest }))];
      }),
    ),
    { requiredKeys: [] },
  )
  .map((areas) => {
    const entries = Object.entries(areas) as [Area, Record<string, Answer>][];
    return new Map(
      entries.map(([area, answers]): [Area, AreaRating] => [
        area,
        { kind: "statements", answers: new Map(Object.entries(answers)) },
      ]),
    );
  });

const singleRatings = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...AREAS), answer), { selector: ([area]) => area })
  .map(
    (pairs) =>
      new Map(pairs.map(([area, given]): [Area, AreaRating] => [area, { kind: "single", answer: given }])),
  );

describe("packed answers", () => {
  it("unpack to what was packed", () => {
    fc.assert(
      fc.property(statementRatings, (ratings) => {
        expect(unpackAnswers(statementLayout, packAnswers(statementLayout, ratings).answers)).toEqual(
          ratings,
        );
      }),
    );
    fc.assert(
      fc.property(singleRatings, (ratings) => {
        expect(unpackAnswers(singleLayout, packAnswers(singleLayout, ratings).answers)).toEqual(ratings);
      }),
    );
  });

  it("carry the exact sum and count of every area in the model's order", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          statementRatings.map((r) => [statementLayout, r] as const),
          singleRatings.map((r) => [singleLayout, r] as const),
        ),
        ([layout, ratings]) => {
          const { sums, counts, answers } = packAnswers(layout, ratings);
          expect(answers).toHaveLength(layout.length);
          AREAS.forEach((area, index) => {
            const rating = ratings.get(area);
            const { sum, count } = rating === undefined ? { sum: 0, count: 0 } : tally(rating);
            expect([sums[index], counts[index]]).toEqual([sum, count]);
          });
        },
      ),
    );
  });

  it("have one character an answer, in the order of the form", () => {
    const ratings = new Map<Area, AreaRating>([
      ["omsorg", { kind: "single", answer: 1 }],
      ["trygghet", { kind: "single", answer: 2 }],
      ["fritid", { kind: "single", answer: 3 }],
      ["tillhorighet", { kind: "single", answer: 4 }],
      ["ansvarstagande", { kind: "single", answer: "blank" }],
      ["respekteras", { kind: "single", answer: "dont_know" }],
      ["utvecklas", { kind: "single", answer: "declined" }],
    ]);
    expect(packAnswers(singleLayout, ratings)).toEqual({
      answers: "12.34_?!",
      sums: [1, 2, 0, 3, 4, 0, 0, 0],
      counts: [1, 1, 0, 1, 1, 0, 0, 0],
    });
  });

  it("refuse what does not belong to the form", () => {
    const statements = (...keys: string[]): AreaRating => ({
      kind: "statements",
      answers: new Map(keys.map((key) => [key, 3])),
    });
    const pack = (layout: typeof singleLayout, area: Area, rating: AreaRating) => () =>
      packAnswers(layout, new Map([[area, rating]]));
    expect(pack(statementLayout, "fritid", statements("fritid_1", "x"))).toThrow(
      "fritid is not answered as skattningsformular 1: x",
    );
    expect(pack(statementLayout, "fritid", { kind: "single", answer: 3 })).toThrow(
      "fritid is not answered as skattningsformular 1",
    );
    expect(pack(singleLayout, "fritid", statements("fritid"))).toThrow(
      "fritid is not answered as samtalsunderlag 1",
    );
    const short: Instrument = {
      ...PLACEHOLDER_SKATTNINGSFORMULAR,
      statements: PLACEHOLDER_SKATTNINGSFORMULAR.statements.slice(0, 6),
    };
    expect(pack(answerLayout(short), "fritid", statements("fritid_1"))).toThrow(
      "skattningsformular 1 lacks fritid",
    );
  });

  it("refuse text that the form did not pack", () => {
    expect(() => unpackAnswers(singleLayout, "123")).toThrow("packed answers of length 3, the layout has 8");
    expect(() => unpackAnswers(singleLayout, "1234512x")).toThrow("not a packed answer: x");
  });
});

describe("the layout of a form", () => {
  it("places areas in the model's order and statements in the form's", () => {
    const [key, mixed] = [
      { text: null, source: "" },
      { ...PLACEHOLDER_SKATTNINGSFORMULAR, version: "2" },
    ];
    const layout = answerLayout({
      ...mixed,
      statements: [
        { ...key, key: "b", area: "utvecklas" },
        { ...key, key: "b", area: "omsorg" },
        { ...key, key: "a", area: "omsorg" },
      ],
    });
    expect(layout).toEqual({
      instrument: "skattningsformular",
      version: "2",
      length: 3,
      areas: [
        { area: "omsorg", start: 0, keys: ["b", "a"] },
        { area: "utvecklas", start: 2, keys: ["b"] },
      ],
    });
  });
});

describe("the score of an area", () => {
  it("is the sum of the answered over their number, exactly", () => {
    const rating: AreaRating = {
      kind: "statements",
      answers: new Map<string, Answer>([
        ["a", 2],
        ["b", 3],
        ["c", "blank"],
        ["d", 3],
      ]),
    };
    expect(tally(rating)).toEqual({ sum: 8, count: 3 });
    expect(areaScore(rating)).toEqual(fraction(8, 3));
    expect(areaScore({ kind: "single", answer: 4 })).toEqual(fraction(4));
  });

  it("is none without an answer, never 0", () => {
    for (const unanswered of UNANSWERED) expect(areaScore({ kind: "single", answer: unanswered })).toBeNull();
    expect(areaScore({ kind: "statements", answers: new Map() })).toBeNull();
    expect(scoreOf({ sum: 0, count: 0 })).toBeNull();
  });

  it("counts 1 to 5 alone as values", () => {
    expect([...VALUES, ...UNANSWERED].filter(isValue)).toEqual([1, 2, 3, 4, 5]);
  });
});

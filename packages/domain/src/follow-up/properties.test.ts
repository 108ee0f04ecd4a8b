import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Answer, areaScore, type InstrumentId, isValue } from "../behovskompass/index.ts";
import {
  addDays,
  daysBetween,
  type Fraction,
  fraction,
  subtractFractions,
  toDecimalText,
} from "../shared/index.ts";
import { aCompass, FIRST_DAY, statements } from "./a-series.test-support.ts";
import { compareSeries } from "./compare-series.ts";
import { COMPARABLE_LABELS, type Comparison, isComparable } from "./comparison.ts";
import { indexEquivalences } from "./equivalences.ts";
import {
  compareNaively,
  type PlainCompass,
  type PlainEquivalence,
  type PlainRow,
} from "./naive-follow-up.test-support.ts";
import { DEFAULT_RULES } from "./rule-set.ts";
import type { SeriesEntry } from "./series-entry.ts";

const RUNS = 4_000;

const answer = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 1, max: 5 }) },
  { weight: 1, arbitrary: fc.constantFrom("blank", "dont_know", "declined") },
);
/** Small steps around one level, so that every band and label is met often. */
const closeAnswers = fc
  .tuple(
    fc.integer({ min: 1, max: 5 }),
    fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 1, maxLength: 6 }),
  )
  .map(([level, steps]) => steps.map((step) => Math.min(5, Math.max(1, level + step))));
const statementAnswers = fc
  .oneof(closeAnswers, fc.array(answer, { minLength: 1, maxLength: 6 }))
  .map((answers) => Object.fromEntries(answers.map((given, index) => [`p${index + 1}`, given])));

const plainCompass = fc
  .record({
    gap: fc.constantFrom(1, 12, 27, 28, 29, 60, 90, 364, 365, 366),
    late: fc.constantFrom(0, 0, 14, 15),
    isSingle: fc.constantFrom(false, false, false, true),
    version: fc.constantFrom("1", "1", "1", "2", "3"),
    ageForm: fc.constantFrom("" as const, "4-6" as const, "6-12" as const),
    answers: statementAnswers,
    rating: answer,
    concern: fc.constantFrom("", "", "yes", "no"),
    target: fc.constantFrom(0, 0, 0, 250, 300, 350, 400, 450),
  })
  .map(({ isSingle, rating, answers, ...rest }) => ({
    ...rest,
    instrument: isSingle ? ("samtalsunderlag" as const) : ("skattningsformular" as const),
    answers: isSingle ? { "": rating } : answers,
  }));

/** Mostly one kind of rating through a series, as in life; days follow one another. */
const plainSeries = fc
  .tuple(fc.array(plainCompass, { minLength: 1, maxLength: 7 }), fc.boolean())
  .map(([compasses, mixed]) => {
    const first = compasses[0];
    const kept = mixed ? compasses : compasses.filter(({ instrument }) => instrument === first?.instrument);
    let day = 0;
    return kept.map(({ gap, late, ...rest }) => {
      day += gap;
      return { ...rest, day, registeredDay: day + late };
    });
  });

const EQUIVALENCES: readonly PlainEquivalence[] = [
  ["skattningsformular", "1", "p1", "2", "p2"],
  ["skattningsformular", "1", "p2", "2", "p1"],
  ["skattningsformular", "1", "p3", "2", "p3"],
  ["skattningsformular", "2", "p4", "3", "p4"],
  ["samtalsunderlag", "1", "p5", "3", "p5"],
];

const index = indexEquivalences(
  EQUIVALENCES.map(([instrument, fromVersion, from, toVersion, to]) => ({
    instrument: instrument as InstrumentId,
    fromVersion,
    toVersion,
    pairs: [{ from, to }],
  })),
);

type Plain = PlainCompass & { readonly ageForm: "" | "4-6" | "6-12"; readonly instrument: InstrumentId };

function toEntry(plain: Plain): SeriesEntry {
  const answers = Object.entries(plain.answers) as [string, Answer][];
  const alone = plain.answers[""] as Answer | undefined;
  return aCompass(
    addDays(FIRST_DAY, plain.day),
    alone === undefined
      ? { kind: "statements", answers: new Map(answers) }
      : { kind: "single", answer: alone },
    {
      registeredOn: addDays(FIRST_DAY, plain.registeredDay),
      instrument: plain.instrument,
      instrumentVersion: plain.version,
      ageForm: plain.ageForm === "" ? null : plain.ageForm,
      ...(plain.concern === "" ? {} : { concern: plain.concern === "yes" }),
      ...(plain.target === 0 ? {} : { target: String(plain.target / 100) }),
    },
  );
}

function toPlainRow(comparison: Comparison): PlainRow {
  const previousDay =
    comparison.previous === null ? null : daysBetween(FIRST_DAY, comparison.previous.assessedOn);
  const place = { label: comparison.label, previousDay, common: comparison.commonStatements };
  if (!isComparable(comparison)) {
    const nothing = { delta: null, concern: "", basis: "", flags: [], signals: [] };
    return { ...place, ...nothing, reason: comparison.reason, score: pair(comparison.score) };
  }
  return {
    ...place,
    reason: "",
    delta: pair(comparison.delta),
    score: pair(comparison.score),
    concern: comparison.concern ? "yes" : "no",
    basis: comparison.concernBasis,
    flags: [...comparison.flags],
    signals: [...comparison.signals],
  };
}

const pair = (value: Fraction | null) =>
  value === null ? null : ([value.numerator, value.denominator] as const);
const reduced = (value: readonly [number, number] | null) =>
  value === null ? null : pair(fraction(value[0], value[1]));
const compareIt = (entries: readonly SeriesEntry[]) => compareSeries(entries, DEFAULT_RULES, index);

describe("every history", () => {
  it("is compared as the page says, read a second time in whole numbers", () => {
    const labels = new Map<string, number>();
    fc.assert(
      fc.property(plainSeries, (series) => {
        const expected = compareNaively(series, EQUIVALENCES).map((row) => ({
          ...row,
          delta: reduced(row.delta),
          score: reduced(row.score),
        }));
        const actual = compareIt(series.map(toEntry)).map(toPlainRow);
        expect(actual).toEqual(expected);
        for (const { label, reason, signals } of actual) {
          for (const seen of [label, reason, ...signals]) labels.set(seen, (labels.get(seen) ?? 0) + 1);
        }
      }),
      { numRuns: RUNS, seed: 1989_11_20 },
    );
    // The histories are worth their runs only while each outcome comes up in them.
    const outcomes = [
      ...COMPARABLE_LABELS,
      "not_comparable",
      "missing_now",
      "missing_before",
      "different_instrument",
    ];
    const others = [
      "different_version",
      "too_few_common_statements",
      "decline",
      "stagnation",
      "concern_remains",
      "prolonged_stagnation",
    ];
    for (const outcome of [...outcomes, ...others])
      expect(labels.get(outcome) ?? 0, outcome).toBeGreaterThan(20);
  });

  it("gives the same whatever the order of compasses and of statements", () => {
    fc.assert(
      fc.property(plainSeries, fc.infiniteStream(fc.nat()), (series, numbers) => {
        const shuffled = <Item>(items: readonly Item[]) =>
          items
            .map((item) => ({ item, place: numbers.next().value ?? 0 }))
            .toSorted((a, b) => a.place - b.place)
            .map(({ item }) => item);
        const mixed = series.map((compass) => ({
          ...compass,
          answers: Object.fromEntries(shuffled(Object.entries(compass.answers))) as PlainCompass["answers"],
        }));
        const rowsOf = (compasses: readonly Plain[]) => compareIt(compasses.map(toEntry)).map(toPlainRow);
        expect(rowsOf(shuffled(mixed))).toEqual(rowsOf(series));
      }),
    );
  });

  it("is not changed by a statement that nobody answered", () => {
    fc.assert(
      fc.property(plainSeries, fc.constantFrom("blank", "dont_know", "declined"), (series, unanswered) => {
        const widened = series.map((compass) =>
          "" in compass.answers
            ? compass
            : { ...compass, answers: { ...compass.answers, extra: unanswered } },
        );
        expect(compareIt(widened.map(toEntry))).toEqual(compareIt(series.map(toEntry)));
      }),
    );
  });

  it("has the opposite difference when two compasses change places", () => {
    const values = fc.array(fc.integer({ min: 1, max: 5 }) as fc.Arbitrary<Answer>, {
      minLength: 3,
      maxLength: 8,
    });
    fc.assert(
      fc.property(values, values, (a, b) => {
        const between = (before: Answer[], now: Answer[]) =>
          compareIt([
            aCompass(FIRST_DAY, statements(...before)),
            aCompass(addDays(FIRST_DAY, 60), statements(...now)),
          ])[0];
        const [there, back] = [between(a, b), between(b, a)];
        if (there === undefined || back === undefined) throw new Error("two compasses give one comparison");
        const areBoth = isComparable(there) && isComparable(back);
        if (areBoth) expect(subtractFractions(fraction(0), there.delta)).toEqual(back.delta);
        else expect(there.label).toBe(back.label);
      }),
    );
  });

  it("gets its score from whole numbers alone: fraction and integer agree on every band", () => {
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 8 }), (answers) => {
        const given = answers as Answer[];
        const values = given.filter(isValue);
        const sum = values.reduce<number>((total, value) => total + value, 0);
        const score = areaScore(statements(...given));
        const hasScore = score !== null;
        expect(hasScore).toBe(values.length > 0);
        if (!hasScore) return;
        expect(score).toEqual(fraction(sum, values.length));
        const tenThousandths = Math.floor((20_000 * sum + values.length) / (2 * values.length));
        expect(toDecimalText(score)).toBe((tenThousandths / 10_000).toFixed(4));
      }),
    );
  });
});

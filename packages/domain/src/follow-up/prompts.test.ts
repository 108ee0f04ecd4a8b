import { describe, expect, it } from "vitest";
import { raterKey } from "../behovskompass/index.ts";
import { addDays, fraction } from "../shared/index.ts";
import { aChild, type Round } from "./a-child.test-support.ts";
import { FIRST_DAY, statements } from "./a-series.test-support.ts";
import { derivePrompts, type Prompt } from "./derive-prompts.ts";
import { explainPrompt } from "./explain-prompt.ts";
import { findDivergences } from "./find-divergences.ts";
import { DEFAULT_RULES } from "./rule-set.ts";

const promptsOf = (compassId: string, ...rounds: Round[]) =>
  derivePrompts(aChild(rounds), compassId, DEFAULT_RULES);
const barn = (days: number, ratings: Round["ratings"]): Round => ({ days, rater: "barn", ratings });
const both = (prompt: Prompt | undefined) =>
  prompt === undefined ? [] : [explainPrompt(prompt, "sv"), explainPrompt(prompt, "en")];

describe("a first low rating", () => {
  it("of 1 or 2 by the child is a reason to talk more, and in Omsorg and Trygghet to consider an anmälan", () => {
    expect(promptsOf("day-0", barn(0, { omsorg: 2, trygghet: 1, ma_bra: 3, fritid: 1 }))).toEqual([
      { kind: "first_low_rating", area: "omsorg", score: fraction(2), considerAnmalan: true },
      { kind: "first_low_rating", area: "trygghet", score: fraction(1), considerAnmalan: true },
      { kind: "first_low_rating", area: "fritid", score: fraction(1), considerAnmalan: false },
    ]);
  });

  it("is the first that has a value, not a later one", () => {
    const rounds = [barn(0, { fritid: "declined" }), barn(60, { fritid: 2 }), barn(120, { fritid: 1 })];
    expect(promptsOf("day-60", ...rounds)).toMatchObject([{ kind: "first_low_rating" }]);
    expect(promptsOf("day-120", ...rounds)).toEqual([]);
    expect(promptsOf("day-0", ...rounds)).toEqual([]);
  });

  it("is written as a mean where the child answered statements", () => {
    const [prompt] = promptsOf("day-0", barn(0, { fritid: statements(1, 2) }));
    expect(both(prompt)).toEqual([
      "Prata vidare om Fritid: barnets första skattning är 1,5.",
      "Talk more about Leisure: the child's first rating is 1.5.",
    ]);
    const [silent] = promptsOf(
      "day-60",
      barn(0, { fritid: statements(3, 4) }),
      barn(60, { fritid: statements("blank") }),
    );
    expect(both(silent)[0]).toContain("barnet svarade 3,5 förra gången");
    expect(both(silent)[1]).toContain("the child answered 3.5 last time");
  });

  it("is the child's alone", () => {
    expect(promptsOf("day-0", { days: 0, rater: "vardnadshavare:1", ratings: { omsorg: 1 } })).toEqual([]);
  });

  it("says so in words", () => {
    const [first, second] = promptsOf("day-0", barn(0, { omsorg: 2, fritid: 1 }));
    expect(both(first)).toEqual([
      "Prata vidare om Omsorg: barnets första skattning är 2. Överväg om en anmälan behövs. Vänta inte på ett möte.",
      "Talk more about Care: the child's first rating is 2. Consider whether a report (anmälan) is needed. Do not wait for a meeting.",
    ]);
    expect(both(second)).toEqual([
      "Prata vidare om Fritid: barnets första skattning är 1.",
      "Talk more about Leisure: the child's first rating is 1.",
    ]);
  });
});

describe("a child newly silent", () => {
  const rounds = [
    barn(0, { fritid: 3, omsorg: "blank" }),
    barn(60, { fritid: "declined", omsorg: "blank" }),
    barn(120, { fritid: "blank" }),
  ];

  it("gave a value last time and gives none now", () => {
    const prompts = promptsOf("day-60", ...rounds);
    expect(prompts).toEqual([
      { kind: "newly_silent", area: "fritid", before: fraction(3), beforeOn: FIRST_DAY },
    ]);
    expect(both(prompts[0])).toEqual([
      "Fritid: barnet svarade 3 förra gången (15 jan 2026) och svarar inte nu.",
      "Leisure: the child answered 3 last time (15 Jan 2026) and does not answer now.",
    ]);
  });

  it("is not new the second time, nor for an area that was never answered", () => {
    expect(promptsOf("day-120", ...rounds)).toEqual([]);
    expect(promptsOf("day-0", ...rounds)).toEqual([]);
  });

  it("is a child's alone", () => {
    const guardian = rounds.map((round) => ({ ...round, rater: "vardnadshavare:1" }));
    expect(promptsOf("day-60", ...guardian)).toEqual([]);
  });
});

describe("a divergence", () => {
  const at = (days: number, rater: string, fritid: Round["ratings"]["fritid"], compassId = "nu"): Round => ({
    days,
    rater,
    compassId,
    ratings: fritid === undefined ? {} : { fritid },
  });
  const found = (asOf: number, ...rounds: Round[]) =>
    findDivergences(aChild(rounds), addDays(FIRST_DAY, asOf), DEFAULT_RULES);

  it("is 1,5 or more between the highest and the lowest", () => {
    expect(found(0, at(0, "barn", 3), at(0, "barnteam", statements(4, 4, 4, 5)))).toEqual([]);
    expect(found(0, at(0, "barn", 3), at(0, "barnteam", statements(4, 5)))).toMatchObject([
      {
        area: "fritid",
        lowest: { rater: "barn" },
        highest: { rater: "barnteam" },
        difference: fraction(3, 2),
        isChildLowest: true,
      },
    ]);
  });

  it("is between ratings within 30 days of the newest", () => {
    expect(found(30, at(0, "barn", 1), at(30, "barnteam", 5))).toHaveLength(1);
    expect(found(31, at(0, "barn", 1), at(31, "barnteam", 5))).toEqual([]);
    expect(found(31, at(31, "barn", 1), at(0, "barnteam", 5))).toEqual([]);
  });

  it("is between the latest value of each rater up to the day", () => {
    const rounds = [
      at(0, "barn", 1, "a"),
      at(10, "barn", 4, "b"),
      at(12, "barn", "blank", "c"),
      at(10, "vardnadshavare:1", 5, "b"),
    ];
    expect(found(12, ...rounds)).toEqual([]);
    expect(found(5, ...rounds)).toEqual([]);
    expect(found(10, at(0, "barn", 1, "a"), ...rounds.slice(3), at(11, "barn", 5, "d"))).toHaveLength(1);
    expect(found(11, at(0, "barn", 1, "a"), ...rounds.slice(3), at(11, "barn", 5, "d"))).toEqual([]);
  });

  it("puts first the areas where the child is lower than every adult", () => {
    const series = aChild([
      {
        days: 0,
        rater: "barn",
        compassId: "nu",
        ratings: { omsorg: 5, trygghet: 2, ma_bra: 1, utvecklas: 1 },
      },
      {
        days: 0,
        rater: "vardnadshavare:1",
        compassId: "nu",
        ratings: { omsorg: 3, trygghet: 2, ma_bra: 2, utvecklas: 3 },
      },
      { days: 0, rater: "barnteam", compassId: "nu", ratings: { omsorg: 4, trygghet: 5, ma_bra: 5 } },
    ]);
    const divergences = findDivergences(series, FIRST_DAY, DEFAULT_RULES);
    expect(divergences.map(({ area, isChildLowest }) => [area, isChildLowest])).toEqual([
      ["ma_bra", true],
      ["utvecklas", true],
      ["omsorg", false],
      ["trygghet", false],
    ]);
    expect(divergences[3]).toMatchObject({ lowest: { rater: "barn" }, highest: { rater: "barnteam" } });
    expect(divergences[0]?.ratings.map(({ rater }) => rater)).toEqual([
      "barn",
      "vardnadshavare:1",
      "barnteam",
    ]);
  });

  it("names the first in rater order of those who agree", () => {
    const [divergence] = found(
      0,
      at(0, "vardnadshavare:2", 5),
      at(0, "vardnadshavare:1", 5),
      at(0, "barnteam", 1),
      at(0, "profession:bvc", 1),
    );
    expect(divergence).toMatchObject({
      lowest: { rater: "barnteam" },
      highest: { rater: "vardnadshavare:1" },
      isChildLowest: false,
    });
  });

  it("is prompted in the round that a rating of it belongs to", () => {
    const rounds = [at(0, "vardnadshavare:1", 5, "då"), at(20, "barn", 3), barn(21, { omsorg: 3 })];
    const [prompt] = promptsOf("nu", ...rounds);
    expect(prompt).toMatchObject({ kind: "divergence", area: "fritid" });
    expect(both(prompt)).toEqual([
      "Fritid, skillnad mellan skattningar: barnets skattning 3 (4 feb 2026), vårdnadshavarens skattning (1) 5 (15 jan 2026). Det är kunskap att prata om, inget fel.",
      "Leisure, difference between ratings: the child's rating 3 (4 Feb 2026), the guardian's rating (1) 5 (15 Jan 2026). It is knowledge to talk about, not an error.",
    ]);
    expect(promptsOf("då", ...rounds)).toEqual([]);
    expect(promptsOf("day-21", ...rounds)).toEqual([]);
    expect(promptsOf("okänd", ...rounds)).toEqual([]);
  });

  it("is seen as things stood on the last day of the round", () => {
    const rounds = [at(0, "barn", 3), at(10, "vardnadshavare:1", 5), at(15, "barn", 5, "sedan")];
    expect(promptsOf("nu", ...rounds)).toMatchObject([{ kind: "divergence" }]);
  });
});

describe("low areas that moved", () => {
  const before = { omsorg: 2, trygghet: 3, fritid: 1, utvecklas: 5 } as const;

  it("are no longer low in one area and newly low in another", () => {
    const prompts = promptsOf(
      "day-60",
      barn(0, before),
      barn(60, { omsorg: 3, trygghet: 2, fritid: 1, utvecklas: 5 }),
    );
    expect(prompts).toEqual([
      { kind: "low_areas_moved", rater: "barn", noLongerLow: ["omsorg"], newlyLow: ["trygghet"] },
    ]);
    expect(both(prompts[0])).toEqual([
      "Formen har ändrats i barnets skattning: inte längre lågt i Omsorg, nu lågt i Trygghet.",
      "The shape has changed in the child's rating: no longer low in Care, now low in Safety.",
    ]);
  });

  it("have not moved when low areas only came or only went", () => {
    expect(promptsOf("day-60", barn(0, before), barn(60, { ...before, omsorg: 3 }))).toEqual([]);
    expect(promptsOf("day-60", barn(0, before), barn(60, { ...before, trygghet: 2 }))).toEqual([]);
  });

  it("are counted for each rater by itself and in that round alone", () => {
    const rounds = [
      barn(0, { omsorg: 2, fritid: 3 }),
      { ...barn(0, { omsorg: 3, fritid: 2 }), rater: "barnteam" },
      barn(60, { omsorg: 3, fritid: 3 }),
      { ...barn(60, { omsorg: 2, fritid: 2 }), rater: "barnteam" },
      barn(120, { omsorg: 3, fritid: 2 }),
    ];
    expect(promptsOf("day-60", ...rounds)).toEqual([]);
  });

  it("name the areas in a row", () => {
    const prompt: Prompt = {
      kind: "low_areas_moved",
      rater: raterKey("barn"),
      noLongerLow: ["omsorg", "fritid"],
      newlyLow: ["ma_bra", "utvecklas"],
    };
    expect(explainPrompt(prompt, "sv")).toContain(
      "inte längre lågt i Omsorg, Fritid, nu lågt i Må bra, Utvecklas.",
    );
  });
});

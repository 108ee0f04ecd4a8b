import {
  type Answer,
  AREAS,
  type Area,
  type AreaRating,
  type RaterKey,
  raterKey,
} from "@kompassen/domain/behovskompass";
import { type Assessment, compareChild, DEFAULT_RULES } from "@kompassen/domain/follow-up";
import { localDate } from "@kompassen/domain/shared";
import { describe, expect, test } from "vitest";
import type { DrawingWords } from "#lib/behovskompass/drawing-words.ts";
import { messages } from "#lib/messages/sv/index.ts";
import { toRoundAreas } from "./to-round-areas.ts";

const drawing: DrawingWords = {
  language: "sv",
  guardians: [{ ordinal: 1, name: "Mira Vandral" }],
  words: messages.behovskompass,
};

function anAssessment(
  compassId: string,
  day: string,
  ratings: Partial<Record<Area, Answer>>,
  rater: RaterKey = raterKey("barn"),
): Assessment {
  const given = AREAS.flatMap((area): [Area, AreaRating][] => {
    const answer = ratings[area];
    return answer === undefined ? [] : [[area, { kind: "single", answer }]];
  });
  return {
    compassId,
    rater,
    assessedOn: localDate(day),
    registeredOn: localDate(day),
    instrument: "samtalsunderlag",
    instrumentVersion: "1",
    ageForm: null,
    ratings: new Map(given),
  };
}

function linesOf(assessments: Assessment[], area: Area) {
  const series = compareChild({ assessments, thoughts: new Map() }, DEFAULT_RULES);
  const found = toRoundAreas(series, "now", { statementTexts: new Map(), drawing }).find(
    ({ key }) => key === area,
  );
  if (found === undefined) throw new Error(`${area} is missing`);
  return found;
}

describe("the areas of one round", () => {
  test("show what was, what is and what it means, and ask where thoughts are only presumed", () => {
    const fritid = linesOf(
      [anAssessment("then", "2026-01-15", { fritid: 2 }), anAssessment("now", "2026-03-15", { fritid: 2 })],
      "fritid",
    );
    expect(fritid.lines.map(({ raterName, values, state }) => [raterName, values, state?.tone])).toEqual([
      ["Barnet", "2 → 2", "unchanged"],
    ]);
    expect(fritid.isPresumed).toBe(true);
  });

  test("show a first rating alone, and leave out who did not take part", () => {
    const guardian = raterKey("vardnadshavare:1");
    const { lines, isPresumed } = linesOf(
      [
        anAssessment("then", "2026-01-15", { fritid: 5 }),
        anAssessment("now", "2026-03-15", { fritid: 4 }, guardian),
      ],
      "fritid",
    );
    expect(lines.map(({ raterName, values, state }) => [raterName, values, state])).toEqual([
      ["Vårdnadshavare Mira", "4", null],
    ]);
    expect(isPresumed).toBe(false);
  });

  test("never show a number where nothing was answered", () => {
    const { lines } = linesOf(
      [
        anAssessment("then", "2026-01-15", { fritid: 3 }),
        anAssessment("now", "2026-03-15", { fritid: "blank" }),
      ],
      "fritid",
    );
    expect(lines.map(({ values, state }) => [values, state?.tone])).toEqual([[null, "not-comparable"]]);
  });
});

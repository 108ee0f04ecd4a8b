import { raterKey } from "@kompassen/domain/behovskompass";
import { DEFAULT_RULES, NO_EQUIVALENCES, type Series } from "@kompassen/domain/follow-up";
import { describe, expect, test } from "vitest";
import { messages } from "#lib/messages/sv/index.ts";
import { chooseCompasses } from "./choose-compasses.ts";
import { aHistory, day } from "./history.test-support.ts";
import { readAreas } from "./read-areas.ts";
import { sayWhose } from "./say-whose.ts";
import { toCompassInput } from "./to-compass-input.ts";
import { toGlyph } from "./to-glyph.ts";
import { toMultiplesInput } from "./to-multiples-input.ts";
import { toReadingInput } from "./to-reading-input.ts";

const drawing = {
  language: "sv" as const,
  guardians: [{ ordinal: 1, name: "Mira Vandral" }],
  words: messages.behovskompass,
};

function chosen(series: readonly Series[], rater: string | null = null) {
  const choice = chooseCompasses(series, { rater, current: null, previous: null });
  if (choice === null) throw new Error("no choice");
  const rules = { rules: DEFAULT_RULES, equivalences: NO_EQUIVALENCES };
  return [choice, readAreas(series, choice, rules)] as const;
}

const areaOf = <Area extends { key: string }>(areas: readonly Area[], key: string): Area | undefined =>
  areas.find((area) => area.key === key);

describe("the compass", () => {
  const series = aHistory()
    .rated("barn", "r1", "2026-01-10", { fritid: 2, trygghet: "dont_know" })
    .rated("barn", "r2", "2026-04-10", { fritid: 3, trygghet: "declined" })
    .compared();
  const input = toCompassInput(...chosen(series), drawing);

  test("says whose it is, both days and the words of the scale", () => {
    expect(input.rater).toEqual({ key: "barn", kind: "barn", name: "barnet" });
    expect(input.caption).toContain("10 apr 2026");
    expect(input.caption).toContain("10 jan 2026");
    expect(input.scale).toEqual({ lowest: "fungerar inte alls", highest: "fungerar mycket väl" });
  });

  test("keeps why there is no score apart, and never makes it a value", () => {
    expect(areaOf(input.areas, "trygghet")).toMatchObject({
      current: { blank: "vill inte svara nu" },
      previous: { blank: "vet inte" },
    });
    expect(areaOf(input.areas, "omsorg")?.current).toEqual({ blank: "inget svar" });
  });

  test("of staff has the other words at the ends of the scale, and means with a decimal", () => {
    const staff = aHistory()
      .rated("profession:bvc", "r1", "2026-01-10", { fritid: [2, 2, 3, "blank"] })
      .compared();
    const compass = toCompassInput(...chosen(staff), drawing);
    expect(compass.scale.lowest).toBe("stämmer inte alls");
    expect(compass.rater.name).toBe("barnavårdscentralen");
    expect(areaOf(compass.areas, "fritid")?.current).toMatchObject({ text: "2,33" });
  });
});

describe("a form without a score", () => {
  const reasonIn = (answers: readonly ("dont_know" | "declined" | "blank")[]) => {
    const series = aHistory().rated("barnteam", "r1", "2026-01-10", { fritid: answers }).compared();
    return areaOf(toCompassInput(...chosen(series), drawing).areas, "fritid")?.current;
  };

  test("says why when every statement has the same reason, and only that it is unanswered when they differ", () => {
    expect(reasonIn(["dont_know", "dont_know"])).toEqual({ blank: "vet inte" });
    expect(reasonIn(["dont_know", "declined"])).toEqual({ blank: "inget svar" });
  });
});

describe("area by area", () => {
  test("an area compared further back says with which day", () => {
    const series = aHistory()
      .rated("barn", "r1", "2026-01-10", { fritid: 4, trygghet: 3 })
      .rated("barn", "r2", "2026-04-10", { fritid: "blank", trygghet: 3 })
      .rated("barn", "r3", "2026-07-10", { fritid: 2, trygghet: 3 })
      .compared();
    const input = toReadingInput(...chosen(series), drawing, null);
    expect(areaOf(input.areas, "fritid")?.previous?.day.date).toBe("2026-01-10");
    expect(input.previousDay?.date).toBe("2026-04-10");
  });

  test("what holds for the whole compass is said once, what holds for one area in its row", () => {
    const series = aHistory()
      .rated("barnteam", "r1", "2026-01-10", { fritid: [2, 2, 2], trygghet: [3, 3, 3] })
      .rated("barnteam", "r2", "2026-01-20", { fritid: [2, 2, "blank"], trygghet: [3, 3, 3] })
      .compared();
    const input = toReadingInput(...chosen(series), drawing, null);
    expect(input.caption).toContain("Kort tid emellan.");
    expect(areaOf(input.areas, "fritid")?.flags).toEqual(["på 2 gemensamma påståenden: 2,0 → 2,0"]);
    expect(areaOf(input.areas, "trygghet")?.flags).toEqual([]);
  });

  test("what the numbers of every area rest on is still said in each row", () => {
    const series = aHistory()
      .rated("barnteam", "r1", "2026-01-10", { fritid: [2, 2, 2], trygghet: [3, 3, 3] })
      .rated("barnteam", "r2", "2026-04-10", { fritid: [2, 2, "blank"], trygghet: [3, "blank", 4] })
      .compared();
    const input = toReadingInput(...chosen(series), drawing, null);
    expect(areaOf(input.areas, "fritid")?.flags).toEqual(["på 2 gemensamma påståenden: 2,0 → 2,0"]);
    expect(areaOf(input.areas, "trygghet")?.flags).toEqual(["på 2 gemensamma påståenden: 3,0 → 3,5"]);
  });

  test("a child's no to the picture stands beside every label", () => {
    const series = aHistory()
      .rated("barn", "r1", "2026-01-10", { fritid: 2, trygghet: 3 })
      .rated("barn", "r2", "2026-04-10", { fritid: 3, trygghet: 3 })
      .compared();
    const input = toReadingInput(...chosen(series), drawing, "bilden stämmer inte");
    expect(areaOf(input.areas, "fritid")?.flags).toEqual(["bilden stämmer inte"]);
    expect(areaOf(input.areas, "trygghet")?.flags).toEqual(["bilden stämmer inte"]);
    expect(areaOf(input.areas, "omsorg")?.flags).toEqual([]);
  });

  test("a first rating is called that, and is neither good nor bad", () => {
    const series = aHistory().rated("barn", "r1", "2026-01-10", { fritid: 5 }).compared();
    const input = toReadingInput(...chosen(series), drawing, null);
    expect(areaOf(input.areas, "fritid")?.state).toEqual({
      tone: "not-comparable",
      text: "Första skattningen",
    });
  });
});

describe("over time", () => {
  const series = aHistory()
    .rated("barn", "r1", "2026-01-10", { fritid: 2 })
    .rated("barn", "r2", "2026-04-10", { fritid: "declined" })
    .rated("barnteam", "r2", "2026-04-12", { fritid: [3, 4] })
    .compared();
  const input = toMultiplesInput(series, { supports: [], events: [] }, day("2026-05-01"), drawing);

  test("runs from the first compass to today with one line a rater, and a blank stays in the line", () => {
    expect([input.from, input.to]).toEqual(["2026-01-10", "2026-05-01"]);
    const fritid = areaOf(input.areas, "fritid");
    expect(fritid?.series.map(({ rater }) => rater)).toEqual(["barn", "barnteam"]);
    expect(fritid?.series[0]?.points.map(({ rating }) => rating)).toEqual([
      { value: 2, text: "2" },
      { blank: "vill inte svara nu" },
    ]);
  });

  test("says both ends of the scale where both forms are drawn", () => {
    expect(input.scale.lowest).toBe("fungerar inte alls (i verksamheternas formulär: stämmer inte alls)");
  });
});

describe("the small picture in a list", () => {
  test("is the two latest compasses of whoever speaks for the child", () => {
    const rated = (answer: 2 | 4) => new Map([["fritid", { kind: "single", answer }]] as const);
    const glyph = toGlyph(
      {
        rater: raterKey("vardnadshavare:1"),
        current: { assessedOn: day("2026-04-10"), ratings: rated(4) },
        previous: { assessedOn: day("2026-01-10"), ratings: rated(2) },
      },
      drawing,
    );
    expect(glyph.rater).toBe("vardnadshavare");
    expect(glyph.current[3]).toMatchObject({ value: 4 });
    expect(glyph.previous?.[3]).toMatchObject({ value: 2 });
    expect(glyph.label).toContain("vårdnadshavare Mira");
  });
});

describe("whose rating it is", () => {
  const key = aHistory().rated("vardnadshavare:1", "r1", "2026-01-10", { fritid: 2 }).compared()[0]?.rater;

  test("is said by name where the rules know only a number", () => {
    if (key === undefined) throw new Error("no rater");
    expect(sayWhose("Fritid, vårdnadshavarens skattning (1): 2 → 3.", key, drawing)).toBe(
      "Fritid, skattning av vårdnadshavare Mira: 2 → 3.",
    );
    expect(sayWhose("Vårdnadshavarens skattning (1): åt rätt håll", key, drawing)).toBe(
      "Skattning av vårdnadshavare Mira: åt rätt håll",
    );
  });
});

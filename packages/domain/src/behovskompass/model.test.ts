import { describe, expect, it } from "vitest";
import { AREAS, areaName, areaPosition, childSentence, isArea, PROTECTIVE_AREAS } from "./area.ts";
import { AGE_FORMS, INSTRUMENT_IDS, isAgeForm, isInstrumentId } from "./instrument.ts";
import {
  compareRaters,
  isRaterKey,
  parseRater,
  type RaterKey,
  raterKey,
  raterPhrase,
  toRaterKey,
} from "./rater.ts";
import { scaleAnchors } from "./scale.ts";
import { suggestAgeForm } from "./suggest-age-form.ts";

describe("the areas", () => {
  it("are the model's eight, in its order, with its words", () => {
    expect(
      AREAS.map((area) => [
        area,
        areaName(area, "sv"),
        areaName(area, "en"),
        childSentence(area, "sv"),
        childSentence(area, "en"),
      ]),
    ).toMatchSnapshot();
    expect(AREAS.map(areaPosition)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it("are known by their keys alone", () => {
    expect(isArea("ma_bra")).toBe(true);
    expect(isArea("Må bra")).toBe(false);
    expect(isArea("")).toBe(false);
  });

  it("ask for protection in Omsorg and Trygghet", () =>
    expect(PROTECTIVE_AREAS).toEqual(["omsorg", "trygghet"]));
});

describe("a rater", () => {
  it.each([
    "barn",
    "barnteam",
    "vardnadshavare",
    "vardnadshavare:1",
    "profession:bvc",
    "profession:förskola-2",
    `profession:${"x".repeat(64)}`,
  ])("%s is one", (key) => expect(isRaterKey(key)).toBe(true));

  it.each([
    "",
    "Barn",
    "barn:1",
    "barnteam:1",
    "lärare",
    "xbarn",
    "barnx",
    "profession:",
    "profession:a b",
    "profession:a:b",
    "profession:a,b",
    "profession:a;b",
    'profession:a"b',
    "profession:a\u0000",
    `profession:${"x".repeat(65)}`,
    "barn\n",
  ])("%j is none", (key) => {
    expect(isRaterKey(key)).toBe(false);
    expect(() => raterKey(key)).toThrow(`not a rater: ${key}`);
  });

  it("is a kind and a suffix", () => {
    expect(parseRater(raterKey("profession:bvc"))).toEqual({ kind: "profession", suffix: "bvc" });
    expect(parseRater(raterKey("barn"))).toEqual({ kind: "barn", suffix: null });
    expect(toRaterKey({ kind: "vardnadshavare", suffix: "2" })).toBe("vardnadshavare:2");
    expect(toRaterKey({ kind: "barnteam", suffix: null })).toBe("barnteam");
    expect(() => parseRater("lärare" as RaterKey)).toThrow("not a rater: lärare");
    expect(() => toRaterKey({ kind: "barn", suffix: "1" })).toThrow("not a rater");
  });

  it("stands in the model's order, then by suffix", () => {
    const mixed = [
      "profession:bvc",
      "barnteam",
      "vardnadshavare:2",
      "vardnadshavare:1",
      "vardnadshavare",
      "barn",
      "profession:ah",
    ].map(raterKey);
    expect(mixed.toSorted(compareRaters)).toEqual([
      "barn",
      "vardnadshavare",
      "vardnadshavare:1",
      "vardnadshavare:2",
      "barnteam",
      "profession:ah",
      "profession:bvc",
    ]);
    expect(compareRaters(raterKey("barn"), raterKey("barn"))).toBe(0);
  });

  it("is named in words", () => {
    const keys = ["barn", "vardnadshavare:1", "barnteam", "profession:bvc"].map(raterKey);
    expect(keys.map((key) => raterPhrase(key, "sv"))).toEqual([
      "barnets skattning",
      "vårdnadshavarens skattning (1)",
      "barnteamets skattning",
      "verksamhetens skattning (bvc)",
    ]);
    expect(keys.map((key) => raterPhrase(key, "en"))).toEqual([
      "the child's rating",
      "the guardian's rating (1)",
      "the Barnteam's rating",
      "the professional's rating (bvc)",
    ]);
  });
});

describe("the instruments", () => {
  it("have different words at the ends of their scales", () => {
    expect(scaleAnchors("samtalsunderlag")).toEqual({
      lowest: { sv: "fungerar inte alls", en: "does not work at all" },
      highest: { sv: "fungerar mycket väl", en: "works very well" },
    });
    expect(scaleAnchors("skattningsformular")).toEqual({
      lowest: { sv: "stämmer inte alls", en: "not true at all" },
      highest: { sv: "stämmer väldigt mycket", en: "very true" },
    });
  });

  it("are known by their keys", () => {
    expect(INSTRUMENT_IDS.every(isInstrumentId)).toBe(true);
    expect(isInstrumentId("upptackarkort")).toBe(false);
    expect(AGE_FORMS.every(isAgeForm)).toBe(true);
    expect(isAgeForm("0-3")).toBe(false);
  });

  it.each([
    [3, null],
    [4, "4-6"],
    [5, "4-6"],
    [6, "6-12"],
    [11, "6-12"],
    [12, "12+"],
    [17, "12+"],
  ])("suggest a form by age: %d", (age, form) => expect(suggestAgeForm(age)).toBe(form));
});

import fc from "fast-check";
import type { CompassInput } from "./compass-input.ts";
import type { AreaPanel, MultiplesInput } from "./multiples-input.ts";
import type { ReadingInput } from "./reading-input.ts";
import type { Day, Rater, RaterKind, Rating, State } from "./types.ts";

export const areaNames = [
  ["omsorg", "Omsorg"],
  ["trygghet", "Trygghet"],
  ["ma_bra", "Må bra"],
  ["fritid", "Fritid"],
  ["tillhorighet", "Tillhörighet"],
  ["ansvarstagande", "Ansvarstagande"],
  ["respekteras", "Respekteras"],
  ["utvecklas", "Utvecklas"],
] as const;

const scale = { lowest: "fungerar inte alls", highest: "fungerar mycket väl" };
export const march: Day = { date: "2026-03-15", text: "15 mars 2026" };
const january: Day = { date: "2026-01-15", text: "15 januari 2026" };

const raterNames: Record<RaterKind, string> = {
  barn: "barnet",
  vardnadshavare: "vårdnadshavare",
  barnteam: "barnteamet",
  profession: "BVC",
};

export const aRater = (kind: RaterKind): Rater => ({ key: kind, kind, name: raterNames[kind] });

/** A quarter from 1 to 5 as it is written in Swedish, as a statement mean can be. */
export const aScore = (value: number) => ({ value, text: String(value).replace(".", ",") });

export const someCompass = (current: Rating[], previous: Rating[] | null = null): CompassInput => ({
  title: "Behovskompass",
  caption: "Så svarade barnet.",
  rater: aRater("barn"),
  scale,
  currentDay: march,
  previousDay: previous === null ? null : january,
  areas: areaNames.map(([key, name], index) => ({
    key,
    name,
    current: current[index] ?? { blank: "inget svar" },
    previous: previous === null ? null : (previous[index] ?? { blank: "inget svar" }),
  })),
});

export const someReading = (current: Rating[], previous: Rating[], state: State): ReadingInput => ({
  ...someCompass(current, previous),
  title: "Sedan förra gången",
  areas: areaNames.map(([key, name], index) => {
    const before = previous[index];
    return {
      key,
      name,
      current: current[index] ?? { blank: "inget svar" },
      previous: before === undefined ? null : { rating: before, day: january },
      state,
      flags: ["kort tid emellan"],
    };
  }),
});

/** One area over the year 2025. */
export const someMultiples = (
  area: Partial<Pick<AreaPanel, "series" | "supports">> & { raters?: Rater[] },
): MultiplesInput => ({
  title: "Över tid",
  caption: "Skattningar under 2025.",
  scale,
  from: "2025-01-01",
  to: "2026-01-01",
  raters: area.raters ?? [aRater("barn")],
  areas: [{ key: "trygghet", name: "Trygghet", series: area.series ?? [], supports: area.supports ?? [] }],
  events: [],
});

const anyRating: fc.Arbitrary<Rating> = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 4, max: 20 }).map((quarters) => aScore(quarters / 4)) },
  { weight: 1, arbitrary: fc.constantFrom("vet ej", "vill inte svara nu").map((blank) => ({ blank })) },
);

export const eightRatings = fc.array(anyRating, { minLength: 8, maxLength: 8 });

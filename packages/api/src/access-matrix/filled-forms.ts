import {
  type AnswerLayout,
  AREAS,
  type AreaRating,
  answerLayout,
  type InstrumentId,
  PLACEHOLDER_INSTRUMENTS,
  packAnswers,
} from "@kompassen/domain/behovskompass";

function numbered(id: InstrumentId): { readonly number: number; readonly layout: AnswerLayout } {
  const index = PLACEHOLDER_INSTRUMENTS.findIndex((instrument) => instrument.id === id);
  const instrument = PLACEHOLDER_INSTRUMENTS[index];
  if (instrument === undefined) throw new RangeError(`no placeholder for ${id}`);
  return { number: index + 1, layout: answerLayout(instrument) };
}

export const OWN_FORM = numbered("samtalsunderlag");
export const TEAM_FORM = numbered("skattningsformular");

/** The same value in every area, as it is stored. */
export function packedOwn(value: 2 | 4) {
  const ratings = AREAS.map((area): [(typeof AREAS)[number], AreaRating] => [
    area,
    { kind: "single", answer: value },
  ]);
  return packAnswers(OWN_FORM.layout, new Map(ratings));
}

/** The same value for every statement, as a form holds it while it is filled in. */
export function filledContent({ layout }: typeof OWN_FORM, comment: string) {
  const areas = layout.areas.map(({ area, keys }) => [
    area,
    { answers: Object.fromEntries(keys.map((key) => [key, 3 as const])), comment },
  ]);
  return { startingArea: "fritid" as const, areas: Object.fromEntries(areas) };
}

import type { Answer } from "./answer.ts";
import type { AnswerLayout, AreaLayout } from "./answer-layout.ts";
import { AREAS, type Area } from "./area.ts";
import { type AreaRating, tally } from "./area-rating.ts";

export type AreaRatings = ReadonlyMap<Area, AreaRating>;

/**
 * One rater's whole assessment as it is stored: one character an answer in the layout's order, and per
 * area, in the model's order, the exact sum and the number answered.
 */
export type PackedAnswers = {
  readonly answers: string;
  readonly sums: readonly number[];
  readonly counts: readonly number[];
};

/** A statement that was not on the form at all; an area with only these was not part of the compass. */
const NOT_LISTED = ".";

const PAIRS: readonly (readonly [Answer, string])[] = [
  [1, "1"],
  [2, "2"],
  [3, "3"],
  [4, "4"],
  [5, "5"],
  ["blank", "_"],
  ["dont_know", "?"],
  ["declined", "!"],
];

const CHARACTERS: ReadonlyMap<Answer | undefined, string> = new Map(PAIRS);

const ANSWERS: ReadonlyMap<string, Answer> = new Map(PAIRS.map(([answer, character]) => [character, answer]));

/** @throws RangeError when a rating does not belong to the layout (unknown area, key or kind of rating). */
export function packAnswers(layout: AnswerLayout, ratings: AreaRatings): PackedAnswers {
  const characters = layout.areas.map((area) => packArea(layout, area, ratings.get(area.area)));
  ensureNoAreaLeftOut(layout, ratings);
  const tallies = AREAS.map((area) => {
    const rating = ratings.get(area);
    return rating === undefined ? { sum: 0, count: 0 } : tally(rating);
  });
  return {
    answers: characters.join(""),
    sums: tallies.map(({ sum }) => sum),
    counts: tallies.map(({ count }) => count),
  };
}

/** @throws RangeError when the text was not packed by this layout. */
export function unpackAnswers(layout: AnswerLayout, answers: string): Map<Area, AreaRating> {
  if (answers.length !== layout.length) {
    throw new RangeError(`packed answers of length ${answers.length}, the layout has ${layout.length}`);
  }
  const ratings = new Map<Area, AreaRating>();
  for (const { area, start, keys } of layout.areas) {
    const listed = new Map<string, Answer>();
    keys.forEach((key, index) => {
      const character = answers.charAt(start + index);
      if (character !== NOT_LISTED) listed.set(key, answerOf(character));
    });
    const rating = toRating(layout, listed);
    if (rating !== undefined) ratings.set(area, rating);
  }
  return ratings;
}

function packArea(layout: AnswerLayout, { area, keys }: AreaLayout, rating: AreaRating | undefined): string {
  if (rating === undefined) return NOT_LISTED.repeat(keys.length);
  const answers = rating.kind === "single" ? new Map([[area as string, rating.answer]]) : rating.answers;
  const isRightKind = (rating.kind === "single") === isSingle(layout);
  const unknown = [...answers.keys()].filter((key) => !keys.includes(key));
  if (!isRightKind || unknown.length > 0) {
    throw new RangeError(`${area} is not answered as ${layout.instrument} ${layout.version}: ${unknown}`);
  }
  return keys.map((key) => characterOf(answers.get(key))).join("");
}

function ensureNoAreaLeftOut(layout: AnswerLayout, ratings: AreaRatings): void {
  const known = new Set(layout.areas.map(({ area }) => area));
  const unknown = [...ratings.keys()].filter((area) => !known.has(area));
  if (unknown.length > 0) throw new RangeError(`${layout.instrument} ${layout.version} lacks ${unknown}`);
}

function toRating(layout: AnswerLayout, listed: ReadonlyMap<string, Answer>): AreaRating | undefined {
  if (!isSingle(layout)) return listed.size === 0 ? undefined : { kind: "statements", answers: listed };
  const [answer] = listed.values();
  return answer === undefined ? undefined : { kind: "single", answer };
}

function isSingle(layout: AnswerLayout): boolean {
  return layout.instrument === "samtalsunderlag";
}

function characterOf(answer: Answer | undefined): string {
  return CHARACTERS.get(answer) ?? NOT_LISTED;
}

function answerOf(character: string): Answer {
  const answer = ANSWERS.get(character);
  if (answer === undefined) throw new RangeError(`not a packed answer: ${character}`);
  return answer;
}

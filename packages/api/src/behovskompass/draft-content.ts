import {
  type AnswerLayout,
  AREAS,
  type Area,
  type AreaLayout,
  type AreaRating,
  type AreaRatings,
  UNANSWERED,
  VALUES,
} from "@kompassen/domain/behovskompass";
import { z } from "zod";
import { invalid } from "../errors/index.ts";

const answer = z.union([z.literal(VALUES), z.literal(UNANSWERED)]);

/** What has been filled in so far: per area the answer to each statement, and words. A missing answer is not yet given. */
export const draftContent = z.object({
  startingArea: z.enum(AREAS).nullable(),
  areas: z.partialRecord(
    z.enum(AREAS),
    z.object({
      answers: z.record(z.string().min(1).max(64), answer),
      comment: z.string().max(4000),
    }),
  ),
});

export type DraftContent = z.infer<typeof draftContent>;

export const EMPTY_CONTENT: DraftContent = { startingArea: null, areas: {} };

/**
 * The draft as ratings of its form: what was never answered is blank, every area of the form is listed.
 * @throws KompassError `invalid` naming a statement that the form does not have
 */
export function toRatings(layout: AnswerLayout, content: DraftContent): AreaRatings {
  ensureKnownStatements(layout, content);
  return new Map(layout.areas.map((listed) => [listed.area, ratingOf(layout, listed, content)]));
}

function ratingOf(layout: AnswerLayout, { area, keys }: AreaLayout, content: DraftContent): AreaRating {
  const given = content.areas[area]?.answers ?? {};
  const answers = new Map(keys.map((key) => [key, given[key] ?? ("blank" as const)]));
  const [only] = answers.values();
  const isSingle = layout.instrument === "samtalsunderlag" && only !== undefined;
  return isSingle ? { kind: "single", answer: only } : { kind: "statements", answers };
}

/** Ratings as the form they were filled in on: the other way round from `toRatings`. Blank stays out. */
export function toContent(
  ratings: AreaRatings,
  comments: ReadonlyMap<Area, string>,
  startingArea: Area | null,
): DraftContent {
  const areas = AREAS.flatMap((area) => {
    const rating = ratings.get(area);
    if (rating === undefined) return [];
    const listed = rating.kind === "single" ? [[area, rating.answer] as const] : [...rating.answers];
    const answers = Object.fromEntries(listed.filter(([, given]) => given !== "blank"));
    return [[area, { answers, comment: comments.get(area) ?? "" }] as const];
  });
  return { startingArea, areas: Object.fromEntries(areas) };
}

export function commentsOf(content: DraftContent): { area: Area; text: string }[] {
  return AREAS.flatMap((area) => {
    const text = content.areas[area]?.comment.trim() ?? "";
    return text === "" ? [] : [{ area, text }];
  });
}

export function hasAnyAnswer(content: DraftContent): boolean {
  return Object.values(content.areas).some((area) =>
    Object.values(area.answers).some((given) => given !== "blank"),
  );
}

function ensureKnownStatements(layout: AnswerLayout, content: DraftContent): void {
  for (const area of AREAS) {
    const known = layout.areas.find((listed) => listed.area === area)?.keys ?? [];
    const unknown = Object.keys(content.areas[area]?.answers ?? {}).filter((key) => !known.includes(key));
    if (unknown.length > 0)
      invalid({ field: `${area}.${unknown.join(", ")}`, expected: "statement_of_the_form" });
  }
}

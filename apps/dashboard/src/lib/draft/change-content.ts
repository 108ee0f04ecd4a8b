import type { Answer, Area } from "@kompassen/domain/behovskompass";
import { type AreaContent, areaContent, type DraftContent } from "./draft-content.ts";

/** An answer given, or taken back with `null`: what is taken back is blank again. */
export function withAnswer(
  content: DraftContent,
  area: Area,
  statement: string,
  answer: Answer | null,
): DraftContent {
  const { answers, comment } = areaContent(content, area);
  const { [statement]: _, ...others } = answers;
  return withArea(content, area, {
    answers: answer === null || answer === "blank" ? others : { ...others, [statement]: answer },
    comment,
  });
}

export function withComment(content: DraftContent, area: Area, comment: string): DraftContent {
  return withArea(content, area, { ...areaContent(content, area), comment });
}

/** An area that was looked at and left as it is: passed over, not forgotten. */
export function withVisit(content: DraftContent, area: Area): DraftContent {
  return content.areas[area] === undefined ? withArea(content, area, areaContent(content, area)) : content;
}

export function withArea(content: DraftContent, area: Area, { answers, comment }: AreaContent): DraftContent {
  return { ...content, areas: { ...content.areas, [area]: { answers: { ...answers }, comment } } };
}

/** Where the child chose to begin. The first choice is kept. */
export function withStart(content: DraftContent, area: Area): DraftContent {
  return content.startingArea === null ? { ...content, startingArea: area } : content;
}

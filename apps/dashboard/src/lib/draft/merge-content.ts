import { type Answer, AREAS, type Area } from "@kompassen/domain/behovskompass";
import { type AreaContent, areaContent, type DraftContent } from "./draft-content.ts";

/** An area where two have given different answers to the same question, each as it would stand. */
export type AreaConflict = { readonly area: Area; readonly mine: AreaContent; readonly saved: AreaContent };

export type MergedContent = {
  /** What both gave; where they differ it holds mine until somebody has chosen. */
  readonly content: DraftContent;
  readonly conflicts: readonly AreaConflict[];
};

/**
 * Brings together what was saved by another window or person with what is filled in here. Question by question:
 * what only one of the two has changed since `base` stands; what both have changed differently is a conflict.
 */
export function mergeContent(base: DraftContent, mine: DraftContent, saved: DraftContent): MergedContent {
  const areas: Partial<Record<Area, { answers: Record<string, Answer>; comment: string }>> = {};
  const conflicts: AreaConflict[] = [];
  for (const area of AREAS) {
    if (mine.areas[area] === undefined && saved.areas[area] === undefined) continue;
    const merged = mergeArea(areaContent(base, area), areaContent(mine, area), areaContent(saved, area));
    areas[area] = { answers: { ...merged.mine.answers }, comment: merged.mine.comment };
    if (merged.differs) conflicts.push({ area, mine: merged.mine, saved: merged.saved });
  }
  return { content: { startingArea: saved.startingArea ?? mine.startingArea, areas }, conflicts };
}

/** Both sides with what does not clash brought in, so that choosing one side loses only the clash. */
function mergeArea(
  base: AreaContent,
  mine: AreaContent,
  saved: AreaContent,
): { mine: AreaContent; saved: AreaContent; differs: boolean } {
  const comment = choose(base.comment, mine.comment, saved.comment);
  const [forMine, forSaved]: [Record<string, Answer>, Record<string, Answer>] = [{}, {}];
  let differs = comment.differs;
  for (const key of new Set([...Object.keys(mine.answers), ...Object.keys(saved.answers)])) {
    const answer = choose(base.answers[key], mine.answers[key], saved.answers[key]);
    if (answer.mine !== undefined) forMine[key] = answer.mine;
    if (answer.saved !== undefined) forSaved[key] = answer.saved;
    differs ||= answer.differs;
  }
  return {
    mine: { answers: forMine, comment: comment.mine },
    saved: { answers: forSaved, comment: comment.saved },
    differs,
  };
}

function choose<T>(base: T, mine: T, saved: T): { mine: T; saved: T; differs: boolean } {
  if (mine === saved || saved === base) return { mine, saved: mine, differs: false };
  if (mine === base) return { mine: saved, saved, differs: false };
  return { mine, saved, differs: true };
}

export function isSameContent(a: DraftContent, b: DraftContent): boolean {
  return a.startingArea === b.startingArea && AREAS.every((area) => isSameArea(a.areas[area], b.areas[area]));
}

function isSameArea(a: AreaContent | undefined, b: AreaContent | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  const keys = new Set([...Object.keys(a.answers), ...Object.keys(b.answers)]);
  return a.comment === b.comment && [...keys].every((key) => a.answers[key] === b.answers[key]);
}

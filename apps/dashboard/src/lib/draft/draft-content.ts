import type { DraftContent } from "@kompassen/api/behovskompass";
import type { Answer, Area } from "@kompassen/domain/behovskompass";

export type { DraftContent };

/** The answers to the statements of one area, by key, and the words about it. A key that is absent is blank. */
export type AreaContent = {
  readonly answers: Readonly<Record<string, Answer>>;
  readonly comment: string;
};

export const EMPTY_AREA: AreaContent = { answers: {}, comment: "" };

/** One area of the form as it is shown: its name, the child's sentence and the questions in it. */
export type FormArea = {
  readonly key: Area;
  readonly name: string;
  readonly sentence: string;
  readonly statements: readonly { readonly key: string; readonly text: string | null }[];
};

export function areaContent(content: DraftContent, area: Area): AreaContent {
  return content.areas[area] ?? EMPTY_AREA;
}

/** A samtalsunderlag asks one question an area, whose key is the area's own. */
export function isSingleQuestion({ key, statements }: FormArea): boolean {
  return statements.length === 1 && statements[0]?.key === key;
}

import { type Answer, type Area, UNANSWERED, VALUES } from "@kompassen/domain/behovskompass";
import { type AreaContent, EMPTY_AREA, type FormArea } from "./draft-content.ts";

/** Names of the controls of one area, the same in the page and in the action that reads it. */
export const answerName = (area: Area, statement: string): string => `svar-${area}-${statement}`;
export const commentName = (area: Area): string => `kommentar-${area}`;
/** Sent by the button that takes an answer back. */
export const TAKE_BACK_NAME = "rensa";
export const BASE_NAME = "bas";

/** One area as the plain form sends it. What is not chosen is blank. */
export function readAreaForm(form: FormData, { key: area, statements }: FormArea): AreaContent {
  const isTakenBack = form.get(TAKE_BACK_NAME) === area;
  const given = statements.flatMap(({ key }): [string, Answer][] => {
    const answer = parseAnswer(form.get(answerName(area, key)));
    return answer === null || answer === "blank" ? [] : [[key, answer]];
  });
  return { answers: isTakenBack ? {} : Object.fromEntries(given), comment: readComment(form, area) };
}

/** Browsers send line breaks in a plain form as two characters. */
function readComment(form: FormData, area: Area): string {
  return textOf(form.get(commentName(area)))
    .replaceAll("\r\n", "\n")
    .trimEnd();
}

/** How the area stood when the form was rendered, so that only what this person changed is brought in. */
export function readBase(form: FormData, area: FormArea): AreaContent {
  return readAreaText(textOf(form.get(BASE_NAME)), area) ?? EMPTY_AREA;
}

/** An area as it travels in a hidden field; null when the text makes no sense for the form. */
export function readAreaText(text: string, area: FormArea): AreaContent | null {
  try {
    const content: unknown = JSON.parse(text);
    return isAreaContent(content, area) ? { answers: content.answers, comment: content.comment } : null;
  } catch {
    return null;
  }
}

function parseAnswer(value: unknown): Answer | null {
  return (
    VALUES.find((known) => String(known) === value) ?? UNANSWERED.find((known) => known === value) ?? null
  );
}

function isAreaContent(value: unknown, { statements }: FormArea): value is AreaContent {
  if (typeof value !== "object" || value === null) return false;
  if (!("answers" in value && "comment" in value) || typeof value.comment !== "string") return false;
  const { answers } = value;
  if (typeof answers !== "object" || answers === null) return false;
  return Object.entries(answers).every(
    ([key, answer]) => statements.some((known) => known.key === key) && parseAnswer(String(answer)) !== null,
  );
}

const textOf = (value: FormDataEntryValue | null): string => (typeof value === "string" ? value : "");

import type { Answer } from "@kompassen/domain/behovskompass";
import type { Messages } from "#lib/messages/sv/index.ts";
import { type AreaContent, type FormArea, isSingleQuestion } from "./draft-content.ts";

type Words = Pick<Messages["draft"], "form" | "check">;

/** One question and what was answered, in words. */
export type AnswerLine = { readonly key: string; readonly question: string | null; readonly answer: string };

/** The five words beside the numbers of a samtalsunderlag; the youngest have their own. */
export function numberWords(ageForm: string | null, { form }: Words): readonly string[] {
  return ageForm === "4-6" ? form.wordsYoung : form.words;
}

/** What was answered in an area, question by question. A question left blank is left out. */
export function describeAnswers(
  area: FormArea,
  { answers }: AreaContent,
  { ageForm, words }: { ageForm: string | null; words: Words },
): AnswerLine[] {
  const isSingle = isSingleQuestion(area);
  return area.statements.flatMap(({ key, text }) => {
    const answer = answers[key];
    if (answer === undefined || answer === "blank") return [];
    const question = isSingle ? null : (text ?? words.form.withoutText(key));
    return [{ key, question, answer: answerText(answer, { isSingle, ageForm, words }) }];
  });
}

function answerText(
  answer: Exclude<Answer, "blank">,
  { isSingle, ageForm, words }: { isSingle: boolean; ageForm: string | null; words: Words },
): string {
  if (answer === "declined") return words.form.declined;
  if (answer === "dont_know") return isSingle ? words.form.dontKnow : words.form.dontKnowStaff;
  return isSingle ? `${answer}: ${numberWords(ageForm, words)[answer - 1]}` : String(answer);
}

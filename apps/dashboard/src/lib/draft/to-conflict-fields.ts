import type { Area } from "@kompassen/domain/behovskompass";
import type { Messages } from "#lib/messages/sv/index.ts";
import type { ConflictField } from "#lib/shared/ConflictPanel.svelte";
import { describeAnswers } from "./describe-answers.ts";
import type { AreaContent, FormArea } from "./draft-content.ts";
import type { AreaConflict } from "./merge-content.ts";
import { readAreaText } from "./read-area-form.ts";

const PREFIX = "omrade-";

/** The areas to choose between, each side in words; only the questions where the two differ. */
export function toConflictFields(
  conflicts: readonly AreaConflict[],
  areas: readonly FormArea[],
  context: { ageForm: string | null; words: Pick<Messages["draft"], "form" | "check"> },
): ConflictField[] {
  return conflicts.flatMap(({ area: key, mine, saved }) => {
    const area = areas.find((known) => known.key === key);
    if (area === undefined) return [];
    const side = (own: AreaContent, other: AreaContent) => ({
      value: JSON.stringify(own),
      text: sideText(area, own, other, context),
    });
    return [{ name: PREFIX + key, label: area.name, mine: side(mine, saved), saved: side(saved, mine) }];
  });
}

function sideText(
  area: FormArea,
  own: AreaContent,
  other: AreaContent,
  context: { ageForm: string | null; words: Pick<Messages["draft"], "form" | "check"> },
): string {
  const differing = area.statements.filter(({ key }) => own.answers[key] !== other.answers[key]);
  const lines = differing.map(({ key, text }) => {
    const [said] = describeAnswers({ ...area, statements: [{ key, text }] }, own, context);
    const answer = said?.answer ?? context.words.check.noAnswer;
    return area.statements.length === 1 ? answer : `${text ?? context.words.form.withoutText(key)} ${answer}`;
  });
  if (own.comment !== other.comment) lines.push(`${context.words.check.comment}: ${own.comment || "–"}`);
  return lines.join("\n");
}

/** What was chosen, area by area, from the form that asked. */
export function readConflictChoices(
  form: FormData,
  areas: readonly FormArea[],
): { area: Area; chosen: AreaContent }[] {
  return areas.flatMap((area) => {
    const value = form.get(PREFIX + area.key);
    const chosen = typeof value === "string" ? readAreaText(value, area) : null;
    return chosen === null ? [] : [{ area: area.key, chosen }];
  });
}

import { invalid } from "@kompassen/api/errors";
import { readText } from "./read-text.ts";

/**
 * What was chosen among a closed list.
 * @throws KompassError `invalid` at the field; call it inside `answerForm`
 */
export function readChoice<Choice extends string>(
  form: FormData,
  name: string,
  choices: readonly Choice[],
): Choice {
  const text = readText(form, name);
  return choices.find((choice) => choice === text) ?? invalid({ field: name, expected: "one_of" });
}

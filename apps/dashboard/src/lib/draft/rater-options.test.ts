import { expect, test } from "vitest";
import { messages } from "#lib/messages/sv/index.ts";
import { type RaterChoices, toRaterOptions } from "./rater-options.ts";

const words = { raters: messages.draft.start.raters, professions: messages.behovskompass.raters.professions };
const family: RaterChoices = {
  guardians: [
    { ordinal: 1, name: "Mira Vandral", relation: "mamma" },
    { ordinal: 2, name: "Odin Vandral", relation: "pappa" },
  ],
  ownVerksamhet: "bvc",
  seesComparison: true,
};
const valuesOf = (choices: RaterChoices) => toRaterOptions(choices, words).map(({ value }) => value);

test("the child, each guardian, the team together and the own verksamhet can answer, in the model's order", () => {
  expect(valuesOf(family)).toEqual([
    "barn",
    "vardnadshavare:1",
    "vardnadshavare:2",
    "barnteam",
    "profession:bvc",
  ]);
});

test("whoever only holds the conversation opens the family's forms alone", () => {
  expect(valuesOf({ ...family, seesComparison: false })).toEqual([
    "barn",
    "vardnadshavare:1",
    "vardnadshavare:2",
  ]);
});

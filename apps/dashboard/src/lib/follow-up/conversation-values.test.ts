import type { Conversation } from "@kompassen/api/follow-up";
import { localDate } from "@kompassen/domain/shared";
import { describe, expect, test } from "vitest";
import { readValues, toConversationInput, toValues } from "./conversation-values.ts";

const held: Conversation = {
  version: 3,
  authorName: "Solejla",
  heldOn: localDate("2026-03-15"),
  whatHasChanged: "Lugnare morgnar\nmen svårt på fritids",
  howItFeels: "",
  pictureMatches: false,
  pictureComment: "Fritid är sämre än så",
  whatNext: "Prova simskolan",
  thoughts: [
    { area: "fritid", concern: true, target: "3.50", workOn: true },
    { area: "omsorg", concern: null, target: null, workOn: false },
  ],
};

function asForm(values: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value.replaceAll("\n", "\r\n"));
  return form;
}

describe("the conversation's form", () => {
  test("sent back untouched says what was stored", () => {
    const input = toConversationInput(readValues(asForm(toValues(held, "2026-06-07"))));
    const { version: _, authorName: __, thoughts, ...fields } = held;
    expect(input).toMatchObject({ ...fields, nextFollowUpOn: "2026-06-07" });
    expect(input.thoughts.find(({ area }) => area === "fritid")).toEqual({
      area: "fritid",
      concern: true,
      target: "3.5",
      workOn: true,
    });
    expect(thoughts).toHaveLength(2);
    expect(input.thoughts).toHaveLength(8);
  });

  test("left blank is no answer: not no, not zero", () => {
    const input = toConversationInput(readValues(new FormData()));
    expect(input.pictureMatches).toBeNull();
    expect(input.nextFollowUpOn).toBeNull();
    expect(
      input.thoughts.every(({ concern, target, workOn }) => concern === null && target === null && !workOn),
    ).toBe(true);
  });
});

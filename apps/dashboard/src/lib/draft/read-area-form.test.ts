import { describe, expect, test } from "vitest";
import type { FormArea } from "./draft-content.ts";
import {
  answerName,
  BASE_NAME,
  commentName,
  readAreaForm,
  readBase,
  TAKE_BACK_NAME,
} from "./read-area-form.ts";

const area: FormArea = {
  key: "omsorg",
  name: "Omsorg",
  sentence: "",
  statements: ["a", "b", "c", "d"].map((key) => ({ key, text: null })),
};

function aForm(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

describe("an area sent as a plain form", () => {
  test("keeps numbers and the answers that are none, and leaves out what is blank or unknown", () => {
    const form = aForm({
      [answerName("omsorg", "a")]: "4",
      [answerName("omsorg", "b")]: "dont_know",
      [answerName("omsorg", "c")]: "blank",
      [answerName("omsorg", "d")]: "6",
      [commentName("omsorg")]: "Mormor\r\nhämtar  ",
    });
    expect(readAreaForm(form, area)).toEqual({
      answers: { a: 4, b: "dont_know" },
      comment: "Mormor\nhämtar",
    });
  });

  test("has no answer when it was taken back", () => {
    const form = aForm({ [answerName("omsorg", "a")]: "4", [TAKE_BACK_NAME]: "omsorg" });
    expect(readAreaForm(form, area).answers).toEqual({});
  });

  test("reads how the area stood when the page was made", () => {
    const stood = { answers: { a: 4 }, comment: "Hej" };
    expect(readBase(aForm({ [BASE_NAME]: JSON.stringify(stood) }), area)).toEqual(stood);
  });

  test.each(["", "{", "null", '{"answers":{"z":1},"comment":""}', '{"answers":{"a":9},"comment":""}'])(
    "takes a base that makes no sense as empty: %j",
    (base) => {
      expect(readBase(aForm({ [BASE_NAME]: base }), area)).toEqual({ answers: {}, comment: "" });
    },
  );
});

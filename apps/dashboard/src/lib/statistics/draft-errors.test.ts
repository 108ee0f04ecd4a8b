import { expect, test } from "vitest";
import { messages } from "#lib/messages/sv/index.ts";
import { draftErrors } from "./draft-errors.ts";

const words = messages.statistics.officer;
const errorsOf = (refusal: Parameters<typeof draftErrors>[0]) =>
  draftErrors(refusal, words, messages.session.refusals);

test("the one who made a draft is told that another must approve it", () => {
  expect(errorsOf({ code: "closed", detail: { reason: "same_person" } })).toEqual([
    { field: "beslut", message: words.closed.same_person },
  ]);
});

test("a draft that somebody else has decided about is to be read again", () => {
  expect(errorsOf({ code: "closed", detail: { reason: "release_not_open" } })[0]?.message).toBe(
    words.closed.release_not_open,
  );
});

test("a quarter that cannot be released says why, at the quarters", () => {
  const refusal = (expected: string) =>
    errorsOf({ code: "invalid", detail: { faults: [{ field: "periods", expected }] } });
  expect(refusal("in_order")).toEqual([{ field: "periods", message: words.faults.in_order }]);
  expect(refusal("too_small")).toEqual([{ field: "periods", message: words.faults.some_period }]);
});

test("two drafts at a time are refused at the quarters", () => {
  expect(errorsOf({ code: "conflict", detail: { reason: "release_on_its_way" } })).toEqual([
    { field: "periods", message: words.onItsWay },
  ]);
});

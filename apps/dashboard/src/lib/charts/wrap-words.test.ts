import { expect, test } from "vitest";
import { wrapWords } from "./wrap-words.ts";

test("breaks at spaces and keeps every word", () => {
  expect(wrapWords("Ingen tydlig förändring, tankar kvarstår", 24)).toEqual([
    "Ingen tydlig förändring,",
    "tankar kvarstår",
  ]);
});

test("a word longer than the line stands alone, unbroken", () => {
  expect(wrapWords("a Ansvarstagande b", 5)).toEqual(["a", "Ansvarstagande", "b"]);
});

test("no text, no line", () => {
  expect(wrapWords("", 10)).toEqual([]);
});

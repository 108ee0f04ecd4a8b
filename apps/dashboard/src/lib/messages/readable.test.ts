import { CONSENT_STEPS, consentText } from "@kompassen/domain/consent";
import { describe, expect, test } from "vitest";
import { consentPaper } from "./sv/consent-paper.ts";
import { family } from "./sv/family.ts";

/**
 * How hard a text is to read, by Björnsson (1968): words a sentence, and words of more than six letters in a hundred.
 * 20 is a children's book, 30 plain prose, 40 a newspaper.
 */
function lix(sentences: readonly string[]): number {
  const words = sentences.flatMap((sentence) => sentence.match(/\p{L}+/gu) ?? []);
  const long = words.filter((word) => word.length > 6).length;
  return words.length / sentences.length + (100 * long) / words.length;
}

/** Whole sentences; labels and headings are not running text. */
function sentencesOf(value: unknown): string[] {
  if (typeof value === "function") return sentencesOf(value("ett", "två", "tre"));
  if (typeof value === "string") {
    return /[.!?:]$/.test(value.trim())
      ? (value.match(/[^.!?:]+[.!?:]/g) ?? []).map((one) => one.trim())
      : [];
  }
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(sentencesOf) : [];
}

const GUARDIAN = 30;

describe("what a guardian reads is plain", () => {
  test.each([
    ["the own pages", sentencesOf(family)],
    ["the sheets", sentencesOf(consentPaper)],
    [
      "what a yes means",
      CONSENT_STEPS.flatMap((step) => consentText(step).means.flatMap(({ sv }) => sentencesOf(sv))),
    ],
  ])("%s: LIX at most 30", (_, sentences) => {
    expect(sentences.length).toBeGreaterThan(5);
    expect(lix(sentences)).toBeLessThanOrEqual(GUARDIAN);
  });

  test("no sentence is long", () => {
    const long = [...sentencesOf(family), ...sentencesOf(consentPaper)].filter(
      (sentence) => (sentence.match(/\p{L}+/gu) ?? []).length > 18,
    );
    expect(long).toEqual([]);
  });
});

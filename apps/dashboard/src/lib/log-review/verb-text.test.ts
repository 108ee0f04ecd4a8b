import { appRouter } from "@kompassen/api";
import { OTHER_VERBS, PURPOSES, REFUSED } from "@kompassen/api/audit";
import { describe, expect, test } from "vitest";
import { logReview as en } from "#lib/messages/en/log-review.ts";
import { logReview } from "#lib/messages/sv/log-review.ts";
import { purposeText, verbText } from "./verb-text.ts";

test("a verb is said as what was read or changed", () => {
  expect(verbText("people.getChild", logReview)).toBe("Läste barnets uppgifter");
  expect(verbText("people.listCaseload", logReview)).toBe("Läste barnets uppgifter");
  expect(verbText("behovskompass.submitDraft", logReview)).toBe("Ändrade behovskompassen");
});

test("a sign-in is said as such, and a refusal as what somebody wanted", () => {
  expect(verbText("login.signIn", logReview)).toBe("Loggade in");
  expect(verbText("refused.people.getChild", logReview)).toBe("Ville läsa barnets uppgifter och nekades");
  expect(verbText("refused.people.changeChild", en)).toBe(
    "Asked to change the child's details and was refused",
  );
});

test("what has no words is shown as it stands", () => {
  expect(verbText("gone.load", logReview)).toBe("gone.load");
  expect(verbText("constructor.getIt", logReview)).toBe("constructor.getIt");
  expect(verbText("refused.gone.load", logReview)).toBe("refused.gone.load");
  expect(purposeText("uppfoljning", logReview)).toBe("Uppföljning");
  expect(purposeText("annat", logReview)).toBe("annat");
});

describe.each([
  ["sv", logReview],
  ["en", en],
])("in %s", (_, words) => {
  const procedures = Object.keys(Object(appRouter._def.procedures));
  const verbs = [...procedures, ...OTHER_VERBS, ...procedures.map((path) => `${REFUSED}${path}`)];

  test("every verb that can stand in the log has words", () => {
    expect(procedures.length).toBeGreaterThan(100);
    expect(verbs.filter((verb) => verbText(verb, words) === verb)).toEqual([]);
  });

  test("so has every purpose", () => {
    const purposes = [...PURPOSES, "inloggning", "nekad"];
    expect(purposes.filter((purpose) => !Object.hasOwn(words.purposes, purpose))).toEqual([]);
  });

  test("words for what is done belong to a verb that there is", () => {
    const known: readonly string[] = verbs;
    expect(Object.keys(words.deeds).filter((verb) => !known.includes(verb))).toEqual([]);
  });
});

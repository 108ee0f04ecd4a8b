import { expect, test } from "vitest";
import { logReview } from "#lib/messages/sv/log-review.ts";
import { purposeText, verbText } from "./verb-text.ts";

test("a verb is said as what was read or changed", () => {
  expect(verbText("people.getChild", logReview)).toBe("Läste barnets uppgifter");
  expect(verbText("people.listCaseload", logReview)).toBe("Läste barnets uppgifter");
  expect(verbText("behovskompass.submitDraft", logReview)).toBe("Ändrade behovskompassen");
});

test("what has no words is shown as it stands", () => {
  expect(verbText("demo.load", logReview)).toBe("demo.load");
  expect(verbText("constructor.getIt", logReview)).toBe("constructor.getIt");
  expect(purposeText("uppfoljning", logReview)).toBe("Uppföljning");
  expect(purposeText("inloggning", logReview)).toBe("inloggning");
});

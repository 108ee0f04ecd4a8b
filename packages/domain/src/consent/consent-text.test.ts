import { expect, it } from "vitest";
import { CONSENT_STEPS } from "./consent.ts";
import { consentText } from "./consent-text.ts";

it.each(CONSENT_STEPS)(
  "the form of %s says that it is a placeholder, and has a version of its own",
  (step) => {
    const { version, status, title, means } = consentText(step);
    expect(status).toBe("placeholder");
    expect(version).toMatch(/-platshallare-\d+$/);
    for (const text of [title, ...means]) {
      expect(text.sv.length).toBeGreaterThan(10);
      expect(text.en).not.toBe(text.sv);
    }
    expect(means.length).toBeGreaterThan(1);
  },
);

it("no two steps share a form", () => {
  expect(new Set(CONSENT_STEPS.map((step) => consentText(step).version)).size).toBe(CONSENT_STEPS.length);
});

import type { ChildConsent } from "@kompassen/api/people";
import { describe, expect, test } from "vitest";
import { day } from "#lib/behovskompass/history.test-support.ts";
import { messages } from "#lib/messages/sv/index.ts";
import { toConsentSteps } from "./to-consent-steps.ts";

const today = day("2026-08-01");
const mother = { id: "g1", ordinal: 1, name: "Mira", relation: "mamma", hasAccount: false, version: 1 };
const father = { id: "g2", ordinal: 2, name: "Ero", relation: "pappa", hasAccount: false, version: 1 };

const anAnswer = (facts: Partial<ChildConsent>): ChildConsent => ({
  id: "c1",
  step: "skriftligt_barnteam",
  guardianId: "g1",
  state: "given",
  decidedOn: day("2026-01-10"),
  validTo: null,
  paperLocation: "Pärm 4",
  corrects: null,
  scope: [],
  ...facts,
});

function barnteam(
  consents: readonly ChildConsent[],
  coveredSteps: readonly "skriftligt_barnteam"[] = [],
  askedSteps: readonly "skriftligt_barnteam"[] = [],
) {
  const child = { id: "barn-1", guardians: [mother, father], consents, coveredSteps, askedSteps };
  const step = toConsentSteps(child, today, "sv", messages.consent).find(
    (one) => one.step === "skriftligt_barnteam",
  );
  if (step === undefined) throw new Error("no step");
  return step;
}

const missing = (step: ReturnType<typeof barnteam>) =>
  step.missing.map(({ name, text }) => `${name}: ${text}`);

describe("the steps of consent", () => {
  test("show every guardian and the child, each with what they answered last", () => {
    const { parties } = barnteam([anAnswer({})]);
    expect(parties.map(({ name, text }) => [name, text])).toEqual([
      ["Mira (mamma)", "ja"],
      ["Ero (pappa)", "inte tillfrågad"],
      ["Barnet", "behövs inte"],
    ]);
    expect(parties[0]?.facts).toEqual(["sedan 10 jan 2026", "Papperet: Pärm 4"]);
  });

  test("name who is missing: a guardian without a yes, a yes that has run out, a child that has said no", () => {
    expect(missing(barnteam([anAnswer({})]))).toEqual(["Ero (pappa): inte tillfrågad"]);
    const expired = anAnswer({ validTo: day("2026-07-31") });
    expect(missing(barnteam([expired, anAnswer({ guardianId: "g2" })]))).toEqual([
      "Mira (mamma): har gått ut",
    ]);
    const both = [anAnswer({}), anAnswer({ guardianId: "g2" })];
    const ownNo = anAnswer({ guardianId: null, state: "declined" });
    expect(missing(barnteam([...both, ownNo]))).toEqual(["Barnet: nej"]);
    expect(missing(barnteam(both, [], ["skriftligt_barnteam"]))).toEqual(["Barnet: inte tillfrågad"]);
  });

  test("a yes holds through its last day", () => {
    const lastDay = anAnswer({ validTo: today });
    expect(barnteam([lastDay]).parties[0]).toMatchObject({ standing: "given" });
  });

  test("the written steps are covered when the database says so, whatever the page would reckon", () => {
    const both = [anAnswer({}), anAnswer({ guardianId: "g2" })];
    expect(barnteam(both).isCovered).toBe(false);
    expect(barnteam(both, ["skriftligt_barnteam"])).toMatchObject({ isCovered: true, missing: [] });
  });
});

import type { ChildConsent, ChildGuardian } from "@kompassen/api/people";
import { localDate } from "@kompassen/domain/shared";
import { expect, test } from "vitest";
import { missingConsents } from "./missing-consents.ts";

const today = localDate("2026-03-15");

const aGuardian = (id: string): ChildGuardian => ({
  id,
  ordinal: 1,
  hasAccount: false,
  name: id,
  relation: "mamma",
  version: 1,
});

const aConsent = (guardianId: string | null, state: ChildConsent["state"]): ChildConsent => ({
  id: `${guardianId}-${state}`,
  step: "skriftligt_barnteam",
  guardianId,
  state,
  decidedOn: localDate("2026-01-10"),
  validTo: null,
  paperLocation: null,
  corrects: null,
  scope: [],
});

const missing = (guardians: string[], consents: ChildConsent[], asked: "skriftligt_barnteam"[] = []) =>
  missingConsents(
    { guardians: guardians.map(aGuardian), consents, askedSteps: asked },
    "skriftligt_barnteam",
    today,
  );

test("every guardian must have said yes", () => {
  expect(missing(["mira", "odin"], [aConsent("mira", "given")])).toEqual([
    { guardianId: "odin", why: "not_asked" },
  ]);
  expect(missing(["mira"], [aConsent("mira", "given")])).toEqual([]);
});

test("a no of the child's own is in the way, its silence is not", () => {
  expect(missing(["mira"], [aConsent("mira", "given"), aConsent(null, "declined")])).toEqual([
    { guardianId: null, why: "declined" },
  ]);
});

test("the child's own yes is needed where somebody has decided to ask it", () => {
  expect(missing(["mira"], [aConsent("mira", "given")], ["skriftligt_barnteam"])).toEqual([
    { guardianId: null, why: "not_asked" },
  ]);
});

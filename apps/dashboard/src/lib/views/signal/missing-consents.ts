import type { ChildCard } from "@kompassen/api/people";
import { type ConsentStep, covers, type MissingConsent } from "@kompassen/domain/consent";
import type { LocalDate } from "@kompassen/domain/shared";

/**
 * Whose yes is missing before a meeting. Every guardian is asked; the child is not asked by rule, but a no of the
 * child's own is in the way like any other.
 */
export function missingConsents(
  { consents, guardians }: Pick<ChildCard, "consents" | "guardians">,
  step: ConsentStep,
  on: LocalDate,
): readonly MissingConsent[] {
  const saidNo = consents.some(
    (consent) =>
      consent.step === step &&
      consent.guardianId === null &&
      (consent.state === "declined" || consent.state === "withdrawn"),
  );
  const guardianIds = guardians.map(({ id }) => id);
  const coverage = covers(consents, { step, on, guardianIds, asksChild: saidNo });
  return coverage.isCovered ? [] : coverage.missing;
}

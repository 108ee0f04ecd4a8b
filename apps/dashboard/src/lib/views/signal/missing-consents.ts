import type { ChildCard } from "@kompassen/api/people";
import { type ConsentStep, covers, type MissingConsent } from "@kompassen/domain/consent";
import type { LocalDate } from "@kompassen/domain/shared";

/** Whose yes is missing before a meeting: of every guardian, and of the child where somebody has decided to ask it. */
export function missingConsents(
  { consents, guardians, askedSteps }: Pick<ChildCard, "consents" | "guardians" | "askedSteps">,
  step: ConsentStep,
  on: LocalDate,
): readonly MissingConsent[] {
  const guardianIds = guardians.map(({ id }) => id);
  const coverage = covers(consents, { step, on, guardianIds, asksChild: askedSteps.includes(step) });
  return coverage.isCovered ? [] : coverage.missing;
}

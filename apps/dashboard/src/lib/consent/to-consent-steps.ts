import type { ChildCard, ChildConsent } from "@kompassen/api/people";
import { CONSENT_STEPS, type ConsentState, type ConsentStep } from "@kompassen/domain/consent";
import { dateText, type Language, type LocalDate } from "@kompassen/domain/shared";
import type { Messages } from "#lib/messages/sv/index.ts";

/** Where a party stands: a yes whose last day has passed no longer holds. */
export type Standing = "not_asked" | "expired" | ConsentState;

type PartyAnswer = {
  /** Null is the child. */
  readonly guardianId: string | null;
  readonly name: string;
  readonly standing: Standing;
  readonly text: string;
  readonly facts: readonly string[];
  readonly href: string;
};

export type ConsentStepView = {
  readonly step: ConsentStep;
  readonly isCovered: boolean;
  /** Who has not said yes, when it is not covered: "Mira Vandral (inte tillfrågad)". */
  readonly missing: string | null;
  readonly parties: readonly PartyAnswer[];
};

type Words = Messages["consent"];

/** The three steps with what each party has answered last. Nothing else than a yes that runs covers. */
export function toConsentSteps(
  child: Pick<ChildCard, "id" | "guardians" | "consents" | "coveredSteps">,
  today: LocalDate,
  language: Language,
  words: Words,
): ConsentStepView[] {
  return CONSENT_STEPS.map((step) => {
    const parties = [
      ...child.guardians.map(({ id, name, relation }) => ({ guardianId: id, name: `${name} (${relation})` })),
      { guardianId: null, name: words.child },
    ].map((party) => toAnswer(party, step, child, { today, language, words }));
    const missing = parties.filter(isMissing);
    const isCovered = step === "muntligt" ? missing.length === 0 : child.coveredSteps.includes(step);
    return {
      step,
      isCovered,
      missing:
        isCovered || missing.length === 0
          ? null
          : missing.map(({ name, text }) => `${name}: ${text}`).join(", "),
      parties,
    };
  });
}

type Telling = { readonly today: LocalDate; readonly language: Language; readonly words: Words };

function toAnswer(
  { guardianId, name }: { readonly guardianId: string | null; readonly name: string },
  step: ConsentStep,
  child: Pick<ChildCard, "id" | "consents">,
  { today, language, words }: Telling,
): PartyAnswer {
  const consent = child.consents.find((one) => one.step === step && one.guardianId === guardianId);
  const standing = standingOf(consent, today);
  const search = new URLSearchParams({ steg: step, part: guardianId ?? "barn" });
  return {
    guardianId,
    name,
    standing,
    text: words.states[standing],
    facts: consent === undefined ? [] : factsOf(consent, language, words),
    href: `/barn/${child.id}/samtycke/svar?${search}`,
  };
}

function standingOf(consent: ChildConsent | undefined, today: LocalDate): Standing {
  if (consent === undefined) return "not_asked";
  const hasPassed = consent.validTo !== null && consent.validTo < today;
  return consent.state === "given" && hasPassed ? "expired" : consent.state;
}

function factsOf(
  { decidedOn, validTo, paperLocation }: ChildConsent,
  language: Language,
  words: Words,
): string[] {
  return [
    words.since(dateText(decidedOn, language)),
    ...(validTo === null ? [] : [words.until(dateText(validTo, language))]),
    ...(paperLocation === null || paperLocation === "" ? [] : [words.paperAt(paperLocation)]),
  ];
}

/** Every guardian must have said yes. The child is asked by age and maturity: only a no from the child stops. */
function isMissing({ guardianId, standing }: PartyAnswer): boolean {
  if (guardianId !== null) return standing !== "given";
  return standing === "declined" || standing === "withdrawn";
}

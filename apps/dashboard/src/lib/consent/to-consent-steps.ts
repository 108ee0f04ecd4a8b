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
  /** The child need not answer, and has not. */
  readonly isNotNeeded: boolean;
  readonly text: string;
  readonly facts: readonly string[];
  readonly href: string;
};

export type ConsentStepView = {
  readonly step: ConsentStep;
  readonly isCovered: boolean;
  /** Who has not said yes, when it is not covered. */
  readonly missing: readonly PartyAnswer[];
  readonly parties: readonly PartyAnswer[];
};

type Words = Messages["consent"];
type Child = Pick<ChildCard, "id" | "guardians" | "consents" | "coveredSteps" | "askedSteps">;

/** The three steps with what each party has answered last. Nothing else than a yes that runs covers. */
export function toConsentSteps(
  child: Child,
  today: LocalDate,
  language: Language,
  words: Words,
): ConsentStepView[] {
  return CONSENT_STEPS.map((step) => {
    const parties = [
      ...child.guardians.map(({ id, name, relation }) => ({ guardianId: id, name: `${name} (${relation})` })),
      { guardianId: null, name: words.child },
    ].map((party) => toAnswer(party, step, child, { today, language, words }));
    return {
      step,
      isCovered: child.coveredSteps.includes(step),
      missing: parties.filter(({ isNotNeeded, standing }) => !isNotNeeded && standing !== "given"),
      parties,
    };
  });
}

type Telling = { readonly today: LocalDate; readonly language: Language; readonly words: Words };

function toAnswer(
  { guardianId, name }: { readonly guardianId: string | null; readonly name: string },
  step: ConsentStep,
  child: Child,
  { today, language, words }: Telling,
): PartyAnswer {
  const consent = child.consents.find((one) => one.step === step && one.guardianId === guardianId);
  const standing = standingOf(consent, today);
  const isNotNeeded = guardianId === null && needsNoAnswer(child, step, standing);
  const search = new URLSearchParams({ steg: step, part: guardianId ?? "barn" });
  return {
    guardianId,
    name,
    standing,
    isNotNeeded,
    text: isNotNeeded && standing === "not_asked" ? words.grid.notNeeded : words.states[standing],
    facts: consent === undefined ? [] : factsOf(consent, language, words),
    href: `/barn/${child.id}/samtycke/svar?${search}`,
  };
}

/** The child is asked when somebody has decided so, and where nobody else can be; its no always counts. */
function needsNoAnswer({ askedSteps, guardians }: Child, step: ConsentStep, standing: Standing): boolean {
  const saysNo = standing === "declined" || standing === "withdrawn";
  return guardians.length > 0 && !askedSteps.includes(step) && !saysNo;
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

import type { ChildCard } from "@kompassen/api/people";
import { type FollowUpStatus, followUpStatusText } from "@kompassen/domain/follow-up";
import { ageInYears } from "@kompassen/domain/people";
import { dateText, type Language, type LocalDate } from "@kompassen/domain/shared";
import { consentStepOf } from "#lib/consent/consent-step-of.ts";
import type { Messages } from "#lib/messages/sv/index.ts";
import { currentRelations, responsibleRole } from "#lib/people/current-relations.ts";

export type ChildHeader = {
  readonly id: string;
  readonly name: string;
  /** Case number, age and unit, as far as they may be shown. */
  readonly facts: readonly string[];
  readonly isProtected: boolean;
  readonly isClosed: boolean;
  /** "Stödsamordnare: Solejla Björkverle". */
  readonly responsible: readonly string[];
  readonly next: { readonly text: string; readonly status: FollowUpStatus | null };
  /** Null for those who need not know. */
  readonly consent: { readonly text: string; readonly isCovered: boolean } | null;
  /** Where the caller came from: the own list, the team, or nowhere in particular. */
  readonly cameFrom: "caseload" | "team" | null;
  /** The caller carries the responsibility, and may change what is recorded. */
  readonly mayWrite: boolean;
  /** The caller may see the compasses; a samtalsledare sees only what the own conversation needs. */
  readonly mayRead: boolean;
};

export function toChildHeader(
  child: ChildCard,
  today: LocalDate,
  language: Language,
  messages: Messages,
): ChildHeader {
  const { people } = messages;
  const mayWrite = child.standings.some(
    (standing) => standing === "barnkontakt" || standing === "stodsamordnare",
  );
  const mayRead = child.standings.some((standing) => standing !== "samtalsledare");
  const years = child.birthDate === null ? null : ageInYears(child.birthDate, today);
  return {
    id: child.id,
    name: `${child.givenName} ${child.familyName}`.trim(),
    facts: [
      child.caseNumber,
      ...(years === null ? [] : [people.age(years)]),
      ...(child.unit === null ? [] : [child.unit.name]),
    ],
    isProtected: child.protectedIdentity !== "ingen",
    isClosed: child.closedOn !== null,
    responsible: currentRelations(child, today)
      .filter(({ kind }) => kind !== "samtalsledare")
      .map(({ kind, name }) => `${people.relations[kind]}: ${name}`),
    next: nextOf(child, language, people),
    consent: mayRead ? consentOf(child, today, people) : null,
    cameFrom: mayWrite ? "caseload" : mayRead ? "team" : null,
    mayWrite,
    mayRead,
  };
}

function nextOf(
  { nextFollowUpOn, followUpStatus }: ChildCard,
  language: Language,
  words: Messages["people"],
): ChildHeader["next"] {
  if (nextFollowUpOn === null) return { text: words.header.noDate, status: followUpStatus };
  const status = followUpStatus === null ? "" : followUpStatusText(followUpStatus, language).toLowerCase();
  return { text: words.header.next(dateText(nextFollowUpOn, language), status), status: followUpStatus };
}

function consentOf(
  child: ChildCard,
  today: LocalDate,
  { header }: Messages["people"],
): NonNullable<ChildHeader["consent"]> {
  const role = responsibleRole(child, today);
  const isCovered = child.coveredSteps.includes(consentStepOf(role));
  return { text: header.consent[role][isCovered ? "covered" : "missing"], isCovered };
}

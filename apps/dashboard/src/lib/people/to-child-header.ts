import type { ChildCard, ChildRelation } from "@kompassen/api/people";
import { type FollowUpStatus, followUpStatusText, type ResponsibleRole } from "@kompassen/domain/follow-up";
import { ageInYears, RESPONSIBLE_KINDS } from "@kompassen/domain/people";
import { dateText, type Language, type LocalDate } from "@kompassen/domain/shared";
import type { Messages } from "#lib/messages/sv/index.ts";

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
  readonly consent: { readonly text: string; readonly isCovered: boolean };
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
  const years = child.birthDate === null ? null : ageInYears(child.birthDate, today);
  return {
    id: child.id,
    name: `${child.givenName} ${child.familyName}`,
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
    consent: consentOf(child, people),
    mayWrite: child.standings.some((standing) => standing === "barnkontakt" || standing === "stodsamordnare"),
    mayRead: child.standings.some((standing) => standing !== "samtalsledare"),
  };
}

/** Those who stand to the child today, the one who goes first when something is raised first. */
export function currentRelations({ relations }: ChildCard, today: LocalDate): ChildRelation[] {
  const order = ["stodsamordnare", "barnkontakt", "samtalsledare"];
  return relations
    .filter(({ validFrom, validTo }) => validFrom <= today && (validTo === null || validTo >= today))
    .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

/** Who is responsible now: the Stödsamordnare while there is one, else the Barnkontakt. */
export function responsibleRole(child: ChildCard, today: LocalDate): ResponsibleRole {
  const kinds = currentRelations(child, today).map(({ kind }) => kind);
  return RESPONSIBLE_KINDS.find((kind) => kinds.includes(kind)) ?? "barnkontakt";
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

function consentOf({ coveredSteps }: ChildCard, { header }: Messages["people"]): ChildHeader["consent"] {
  const isCovered = coveredSteps.length > 0;
  if (!isCovered) return { text: header.consent.none, isCovered };
  const hasIndividual = coveredSteps.includes("skriftligt_individuellt");
  const hasTeam = coveredSteps.includes("skriftligt_barnteam");
  const text =
    hasIndividual && hasTeam
      ? header.consent.both
      : hasTeam
        ? header.consent.barnteam
        : header.consent.individual;
  return { text, isCovered };
}

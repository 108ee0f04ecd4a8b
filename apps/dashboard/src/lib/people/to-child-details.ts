import type { ChildCard, ChildRelation } from "@kompassen/api/people";
import { dateText, type Language, type LocalDate } from "@kompassen/domain/shared";
import type { Messages } from "#lib/messages/sv/index.ts";
import type { SummaryItem } from "#lib/shared/SummaryList.svelte";
import { currentRelations, responsibleRole } from "./current-relations.ts";

export type RelationRow = {
  readonly id: string;
  readonly role: string;
  readonly name: string;
  readonly title: string;
  readonly period: string;
  readonly isResponsible: boolean;
};

export type ChildDetails = {
  readonly facts: SummaryItem[];
  readonly current: readonly RelationRow[];
  readonly past: readonly RelationRow[];
};

/** What is recorded of the child itself and of those who follow it, now and before. */
export function toChildDetails(
  child: ChildCard,
  today: LocalDate,
  language: Language,
  words: Messages["people"],
): ChildDetails {
  const now = currentRelations(child, today);
  const responsible = responsibleRole(child, today);
  const toRow = (relation: ChildRelation): RelationRow => ({
    id: relation.id,
    role: words.relations[relation.kind],
    name: relation.name,
    title: relation.title,
    period: periodOf(relation, language, words),
    isResponsible: now.includes(relation) && relation.kind === responsible,
  });
  return {
    facts: factsOf(child, language, words),
    current: now.map(toRow),
    past: child.relations
      .filter((relation) => !now.includes(relation))
      .toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))
      .map(toRow),
  };
}

function periodOf(
  { validFrom, validTo }: ChildRelation,
  language: Language,
  { details }: Messages["people"],
): string {
  const from = dateText(validFrom, language);
  return validTo === null
    ? details.relations.since(from)
    : details.relations.period(from, dateText(validTo, language));
}

/** For a child with protected identity the unit is hidden, also for those who follow it. */
function factsOf(
  child: ChildCard,
  language: Language,
  { details, register }: Messages["people"],
): SummaryItem[] {
  const words = details.child;
  return [
    { key: "name", term: words.givenName, value: `${child.givenName} ${child.familyName}` },
    { key: "caseNumber", term: words.caseNumber, value: child.caseNumber },
    {
      key: "birthDate",
      term: words.birthDate,
      value: child.birthDate === null ? words.unknown : dateText(child.birthDate, language),
    },
    { key: "unit", term: words.unit, value: child.unit === null ? words.unitHidden : child.unit.name },
    {
      key: "protectedIdentity",
      term: words.protectedIdentity,
      value: register.protectedIdentities[child.protectedIdentity],
    },
    ...closingOf(child, language, details.closing),
  ];
}

function closingOf(
  { closedOn, closingReason }: ChildCard,
  language: Language,
  words: Messages["people"]["details"]["closing"],
): SummaryItem[] {
  if (closedOn === null || closingReason === null) return [];
  const value = `${dateText(closedOn, language)}: ${words.reasons[closingReason]}`;
  return [{ key: "closing", term: words.closedOn, value }];
}

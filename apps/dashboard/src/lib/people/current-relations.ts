import type { ChildCard, ChildRelation } from "@kompassen/api/people";
import { RESPONSIBLE_KINDS, type RelationKind } from "@kompassen/domain/people";
import type { LocalDate } from "@kompassen/domain/shared";

type Related = Pick<ChildCard, "relations">;

const ORDER: readonly RelationKind[] = [...RESPONSIBLE_KINDS, "samtalsledare"];

/** Those who stand to the child today, the one who goes first when something is raised first. */
export function currentRelations({ relations }: Related, today: LocalDate): ChildRelation[] {
  return relations
    .filter(({ validFrom, validTo }) => validFrom <= today && (validTo === null || validTo >= today))
    .toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

/** Who is responsible now: the Stödsamordnare while there is one, else the Barnkontakt. */
export function responsibleRole(child: Related, today: LocalDate): (typeof RESPONSIBLE_KINDS)[number] {
  const kinds = currentRelations(child, today).map(({ kind }) => kind);
  return RESPONSIBLE_KINDS.find((kind) => kinds.includes(kind)) ?? "barnkontakt";
}

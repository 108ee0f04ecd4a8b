import type { RelationKind } from "@kompassen/domain/people";
import type { ActorContext } from "../context/index.ts";
import { notFound } from "../errors/index.ts";

/** How the caller stands to a child right now. */
export type Standing = RelationKind | "teammedlem";

/** A child that the caller may work with in this transaction. Only `authorizeChild` makes one. */
export type AuthorizedChildId = string & { readonly __brand: "AuthorizedChildId" };

export interface AuthorizedChild {
  readonly childId: AuthorizedChildId;
  readonly standings: readonly Standing[];
}

export const RESPONSIBLE: readonly Standing[] = ["stodsamordnare", "barnkontakt"];
export const TEAM: readonly Standing[] = [...RESPONSIBLE, "teammedlem"];
export const ANY_STANDING: readonly Standing[] = [...TEAM, "samtalsledare"];

/**
 * The api's own lock, apart from the database's: one of `may` must hold today.
 * @throws KompassError `not_found`, the same whether the child is closed to the caller or does not exist
 */
export async function authorizeChild(
  { tx, signedIn, today }: ActorContext,
  childId: string,
  may: readonly Standing[],
): Promise<AuthorizedChild> {
  const rows = await tx.sql<{ standing: Standing }[]>`
    select r.kind as standing from child_relation r
     where r.kommun_code = ${signedIn.kommunCode} and r.child_id = ${childId} and r.person_id = ${signedIn.personId}
       and r.valid_from <= ${today} and (r.valid_to is null or r.valid_to >= ${today})
    union
    select 'teammedlem' from team_member m
      join team t on t.kommun_code = m.kommun_code and t.id = m.team_id
     where m.kommun_code = ${signedIn.kommunCode} and m.person_id = ${signedIn.personId} and t.child_id = ${childId}
       and m.valid_from <= ${today} and (m.valid_to is null or m.valid_to >= ${today})
    union
    select 'teammedlem' from team_member m
      join meeting s on s.kommun_code = m.kommun_code and s.team_id = m.team_id and s.state = 'planned'
      join agenda_item i on i.kommun_code = s.kommun_code and i.meeting_id = s.id
     where m.kommun_code = ${signedIn.kommunCode} and m.person_id = ${signedIn.personId} and i.child_id = ${childId}
       and m.valid_from <= ${today} and (m.valid_to is null or m.valid_to >= ${today})`;
  const standings = rows.map(({ standing }) => standing);
  if (!standings.some((standing) => may.includes(standing))) return notFound();
  return { childId: childId as AuthorizedChildId, standings };
}

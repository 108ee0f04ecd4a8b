import type { RelationKind } from "@kompassen/domain/people";
import type { ActorContext } from "../context/index.ts";
import { notFound } from "../errors/index.ts";

/** How the caller stands to a child right now. */
export type Standing = RelationKind | "teammedlem" | "nodoppning";

/** A child that the caller may work with in this transaction. Only `authorizeChild` makes one. */
export type AuthorizedChildId = string & { readonly __brand: "AuthorizedChildId" };

export interface AuthorizedChild {
  readonly childId: AuthorizedChildId;
  readonly standings: readonly Standing[];
}

export const RESPONSIBLE: readonly Standing[] = ["stodsamordnare", "barnkontakt"];
export const TEAM: readonly Standing[] = [...RESPONSIBLE, "teammedlem"];
/** Whoever has a relation. Emergency access is none: it reads by procedures of its own. */
export const ANY_STANDING: readonly Standing[] = [...TEAM, "samtalsledare"];

/** What is written to the child's log of the call. */
interface LogEntry {
  readonly verb: string;
  readonly purpose: string;
  readonly fields: readonly string[];
}

/**
 * The api's own lock, apart from the database's: one of `may` must hold today. Then the call is in the child's log,
 * in the same transaction and before anything is read.
 * @throws KompassError `not_found`, the same whether the child is closed to the caller or does not exist
 */
export async function authorizeChild(
  { tx, today }: ActorContext,
  childId: string,
  may: readonly Standing[],
  { verb, purpose, fields }: LogEntry,
): Promise<AuthorizedChild> {
  const [row] = await tx.sql<{ standings: Standing[] }[]>`
    select kompass.approach(${childId}, ${today}, ${[...may]}::text[], ${verb}, ${purpose},
                            ${[...fields]}::text[]) as standings`;
  const standings = row?.standings ?? [];
  if (!standings.some((standing) => may.includes(standing))) return notFound();
  return { childId: childId as AuthorizedChildId, standings };
}

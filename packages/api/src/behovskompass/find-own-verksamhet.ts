import type { UnitKind } from "@kompassen/domain/people";
import type { ActorContext } from "../context/index.ts";

/** The kind of place the caller works at, which rates as a series of its own; null without a place. */
export async function findOwnVerksamhet({ tx, signedIn }: ActorContext): Promise<UnitKind | null> {
  const [unit] = await tx.sql<{ kind: UnitKind }[]>`
    select u.kind from person p join unit u on u.kommun_code = p.kommun_code and u.id = p.unit_id
     where p.kommun_code = ${signedIn.kommunCode} and p.id = ${signedIn.personId}`;
  return unit?.kind ?? null;
}

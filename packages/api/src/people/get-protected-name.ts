import type { AuthorizedChild } from "../access/index.ts";
import type { ActorContext } from "../context/index.ts";
import { notFound } from "../errors/index.ts";

export interface ProtectedName {
  readonly givenName: string;
  readonly familyName: string;
}

/** The name of a child with protected identity, asked for on purpose: the log of the child says so. */
export async function getProtectedName(
  { tx }: ActorContext,
  { childId }: AuthorizedChild,
): Promise<ProtectedName> {
  const [name] = await tx.sql<ProtectedName[]>`
    select given_name as "givenName", family_name as "familyName" from child
     where kommun_code = kompass.kommun() and id = ${childId}`;
  return name ?? notFound();
}

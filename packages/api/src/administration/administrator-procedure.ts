import type { ActorContext } from "../context/index.ts";
import { notFound } from "../errors/index.ts";
import { signedInProcedure } from "../procedure/index.ts";

/** Whoever hands out a way in has shown within so many minutes who they are. */
export const WAY_IN_MINUTES = 15;

/** For administrators alone; for all others it is not there. No such procedure reads a child. */
export const administratorProcedure = signedInProcedure.use(({ ctx, next }) => {
  if (!ctx.signedIn.roles.includes("administrator")) return notFound();
  return next();
});

/**
 * One row in the log of administration: who changed which fields of what. Names of fields, no values.
 * @param subject what was changed, by its id
 */
export async function auditAdministration(
  { tx }: ActorContext,
  verb: string,
  { table, id, fields }: { readonly table: string; readonly id: string; readonly fields: readonly string[] },
): Promise<void> {
  const named = [`${table}:${id}`, ...fields.map((field) => `${table}.${field}`)];
  await tx.sql`select kompass.audit_administration(${`administration.${verb}`}, ${named}::text[])`;
}

/** The fields whose value differs between what is stored and what is sent. */
export function changedFields<Row extends Readonly<Record<string, unknown>>>(
  stored: Row,
  sent: { readonly [Field in keyof Row]?: unknown },
): string[] {
  return Object.entries(sent)
    .filter(([field, value]) => stored[field] !== value)
    .map(([field]) => field);
}

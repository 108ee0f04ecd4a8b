import type { Context } from "../context/index.ts";
import type { FoundSession, SessionOwner } from "./session.ts";

type Databases = Pick<Context, "database" | "family">;

const PURPOSE = "inloggning";

/**
 * Into the own chain of whoever logs in: by which login service, and how surely it knows. When that cannot be
 * written it throws, and nobody is let in.
 */
export function auditSignIn(
  databases: Databases,
  { kommunCode, personId, guardianAccountId, issuer = "demo", acr }: SessionOwner,
): Promise<void> {
  const entry = { verb: "login.signIn", fields: ["session", issuer, ...(acr === undefined ? [] : [acr])] };
  if (personId !== undefined) return auditPerson(databases, { kommunCode, personId }, entry);
  return auditGuardian(databases, { kommunCode, accountId: guardianAccountId ?? "" }, entry);
}

/** The same for whoever proves anew who they are. */
export async function auditStepUp(
  databases: Databases,
  { signedIn, guardian, issuer }: Pick<FoundSession, "signedIn" | "guardian" | "issuer">,
  acr: string | null,
): Promise<void> {
  const entry = { verb: "login.stepUp", fields: ["session", issuer, ...(acr === null ? [] : [acr])] };
  if (signedIn !== null) await auditPerson(databases, signedIn, entry);
  if (guardian !== null) await auditGuardian(databases, guardian, entry);
}

interface Entry {
  readonly verb: string;
  readonly fields: string[];
}

function auditPerson(
  { database }: Databases,
  { kommunCode, personId }: { readonly kommunCode: string; readonly personId: string },
  { verb, fields }: Entry,
): Promise<void> {
  return database.transaction({ type: "person", kommunCode, personId }, async ({ sql }) => {
    await sql`select kompass.audit_many(${verb}, ${PURPOSE}, null, ${fields}::text[])`;
  });
}

function auditGuardian(
  { family }: Databases,
  { kommunCode, accountId }: { readonly kommunCode: string; readonly accountId: string },
  { verb, fields }: Entry,
): Promise<void> {
  return family.transaction({ type: "guardian", kommunCode, accountId }, async ({ sql }) => {
    await sql`select kompass.family_approach_all(${verb}, ${PURPOSE}, ${fields}::text[])`;
  });
}

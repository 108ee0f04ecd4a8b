import type { ActorTransaction } from "@kompassen/db";
import { z } from "zod";
import type { Purpose } from "../audit/index.ts";
import type { Context, SignedInGuardian } from "../context/index.ts";
import { findKnown, KompassError, notFound } from "../errors/index.ts";
import { publicProcedure } from "../procedure/index.ts";

/** Inside the one transaction of a call by a guardian, as the role that sees only the own children. */
export interface FamilyContext extends Context {
  readonly guardian: SignedInGuardian;
  readonly tx: ActorTransaction;
}

/** What is written to the log of the call: names, never values. */
interface LogEntry {
  readonly purpose: Purpose;
  readonly fields: readonly string[];
}

/** About all children of the guardian. */
export function familyProcedure({ purpose, fields }: LogEntry) {
  return publicProcedure.use(({ ctx, next, path }) =>
    inFamilyTransaction(ctx, path, undefined, async (familyContext) => {
      await familyContext.tx.sql`
        select kompass.family_approach_all(${path}, ${purpose}, ${[...fields]}::text[])`;
      return next({ ctx: familyContext });
    }),
  );
}

/** About one child of the guardian; a child of somebody else, or one that is withheld, does not exist. */
export function familyChildProcedure({ purpose, fields }: LogEntry) {
  return publicProcedure.input(z.object({ childId: z.uuid() })).use(({ ctx, input, next, path }) =>
    inFamilyTransaction(ctx, path, input.childId, async (familyContext) => {
      const [row] = await familyContext.tx.sql<{ mine: boolean }[]>`
        select kompass.family_approach(${input.childId}, ${path}, ${purpose}, ${[...fields]}::text[]) as mine`;
      if (row?.mine !== true) return notFound();
      return next({ ctx: familyContext });
    }),
  );
}

/**
 * An error that the verb has ended with is thrown here, so that the transaction is rolled back; a refusal is then logged
 * in a transaction of its own.
 */
async function inFamilyTransaction<Result extends { readonly ok: boolean }>(
  ctx: Context,
  path: string,
  aboutChild: string | undefined,
  next: (ctx: FamilyContext) => Promise<Result>,
): Promise<Result> {
  const { guardian } = ctx;
  if (guardian === null) throw new KompassError("not_signed_in");
  const { kommunCode, accountId } = guardian;
  const actor = { type: "guardian", kommunCode, accountId } as const;
  const about = aboutChild === undefined ? {} : { aboutChild };
  try {
    return await ctx.family.transaction({ ...actor, ...about }, async (tx) => {
      const result = await next({ ...ctx, guardian, tx });
      if (!result.ok && "error" in result) throw result.error;
      return result;
    });
  } catch (error) {
    if (findKnown(error)?.code === "not_found") {
      await ctx.family.transaction(actor, async ({ sql }) => {
        await sql`select kompass.family_approach_all(${`refused.${path}`}, 'nekad', '{}')`;
      });
    }
    throw error;
  }
}

import type { PersonActor } from "@kompassen/db";
import { initTRPC } from "@trpc/server";
import { z } from "zod";
import { authorizeChild, type Standing } from "../access/index.ts";
import { auditRefusal, type Purpose } from "../audit/index.ts";
import type { ActorContext, Context } from "../context/index.ts";
import { findKnown, KompassError, translateError } from "../errors/index.ts";
import { refusalFor } from "../health/index.ts";
import { describeError } from "../log/index.ts";
import { wire } from "./wire.ts";

interface Meta {
  /** Why the data is used, and which data: written to the log of the child. */
  readonly audit?: { readonly purpose: Purpose; readonly fields: readonly string[] };
}

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    transformer: wire,
    errorFormatter: ({ shape, error }) => {
      const known = findKnown(error);
      return {
        ...shape,
        // A database error's own text may quote what somebody wrote about a child.
        message: known?.code ?? shape.data.code,
        data: {
          ...shape.data,
          stack: undefined,
          // Nor is what somebody has put in an address sent back.
          path: undefined,
          code: known?.code ?? shape.data.code,
          detail: known?.detail,
        },
      };
    },
  });

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

const translated = t.middleware(async ({ ctx, next, path }) => {
  const result = await next();
  if (result.ok) return result;
  const error = translateError(result.error);
  const kommun = (ctx.signedIn ?? ctx.guardian)?.kommunCode;
  const refusal = findKnown(error)?.code;
  if (refusal !== undefined) ctx.log.record({ event: "call refused", procedure: path, refusal, kommun });
  else if (error.code === "INTERNAL_SERVER_ERROR") {
    ctx.log.record({ event: "call failed", procedure: path, kommun, ...describeError(error.cause ?? error) });
  }
  throw error;
});

const limited = t.middleware(({ ctx, next, path }) => {
  ctx.limits?.take(path);
  return next();
});

/** Before anything is begun that would not find room. */
const roomy = t.middleware(({ ctx, next, path, type }) => {
  const reason = refusalFor(ctx.disk ?? "enough", { path, isWrite: type === "mutation" });
  if (reason !== null) throw new KompassError("database_unavailable", { reason, retryAfter: A_WHILE });
  return next();
});

/** Seconds until somebody may have made room. */
const A_WHILE = 300;

/** For those who are not signed in. */
export const publicProcedure = t.procedure.use(translated).use(limited).use(roomy);

/** One transaction as the person who is signed in; any error rolls all of it back. */
export const signedInProcedure = publicProcedure.use(({ ctx, next, path }) =>
  inTransaction(ctx, path, {}, (actorContext) => next({ ctx: actorContext })),
);

const ofChild = z.object({ childId: z.uuid() });

/**
 * About one child: the caller must stand to it as one of `may`, and what is done is written to the child's log
 * before anything is read. Needs `.meta({audit})`.
 */
export function childProcedure(may: readonly Standing[], audit: Required<Meta>["audit"]) {
  return askingProcedure(may, audit).use(async ({ ctx, next }) =>
    next({ ctx: { ...ctx, child: await ctx.asked } }),
  );
}

/**
 * As `childProcedure`, for a verb that sends what it reads first along with the question whether it may: row security
 * answers for that reading, and nothing of it may be used before `asked` has named the child. Whatever the verb
 * does, the call fails when the caller may not.
 * @param options.isHandingIn another form open for the child does not close its earlier scores to this call
 */
export function askingProcedure(
  may: readonly Standing[],
  audit: Required<Meta>["audit"],
  { isHandingIn = false }: { readonly isHandingIn?: boolean } = {},
) {
  return publicProcedure
    .meta({ audit })
    .input(ofChild)
    .use(({ ctx, input, next, path }) =>
      inTransaction(ctx, path, { aboutChild: input.childId, isHandingIn }, async (actorContext) => {
        const asked = authorizeChild(actorContext, input.childId, may, { verb: path, ...audit });
        asked.catch(() => {});
        const result = await next({ ctx: { ...actorContext, asked } });
        await asked;
        return result;
      }),
    );
}

/**
 * An error that the verb has ended with is thrown here, so that the transaction is rolled back. What the caller may not
 * do, or does not exist for the caller, is then logged in a transaction of its own.
 */
async function inTransaction<Result extends { readonly ok: boolean }>(
  ctx: Context,
  path: string,
  about: Pick<PersonActor, "aboutChild" | "isHandingIn">,
  next: (ctx: ActorContext) => Promise<Result>,
): Promise<Result> {
  const { signedIn } = ctx;
  if (signedIn === null) throw new KompassError("not_signed_in");
  const { kommunCode, personId } = signedIn;
  const actor = { type: "person", kommunCode, personId } as const;
  try {
    return await ctx.database.transaction({ ...actor, ...about }, async (tx) => {
      const result = await next({ ...ctx, signedIn, tx });
      if (!result.ok && "error" in result) throw result.error;
      return result;
    });
  } catch (error) {
    if (findKnown(error)?.code === "not_found") {
      await ctx.database.transaction(actor, (tx) => auditRefusal(tx, path));
    }
    throw error;
  }
}

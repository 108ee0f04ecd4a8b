import type { PersonRole } from "@kompassen/domain/people";
import { KompassError } from "../errors/index.ts";
import { publicProcedure } from "../procedure/index.ts";

/** Who reads releases. No role that follows children is needed, and none is enough. */
export const STATISTICS_READERS: readonly PersonRole[] = [
  "styrgrupp",
  "processledning",
  "statistikansvarig",
  "utvarderare",
];

/**
 * Reads by the role kompass_stats, which sees released numbers and nothing else: no transaction as the app is
 * opened. To those who may not read there is nothing here.
 */
export const readerProcedure = publicProcedure.use(({ ctx, next }) => {
  const { signedIn } = ctx;
  if (signedIn === null) throw new KompassError("not_signed_in");
  if (!signedIn.roles.some((role) => STATISTICS_READERS.includes(role))) throw new KompassError("not_found");
  return next({ ctx: { ...ctx, signedIn } });
});

import { KompassError } from "../errors/index.ts";
import { signedInProcedure } from "../procedure/index.ts";

/** For the statistics officer; to anybody else there is nothing here. */
export const officerProcedure = signedInProcedure.use(({ ctx, next }) => {
  if (!ctx.signedIn.roles.includes("statistikansvarig")) throw new KompassError("not_found");
  return next();
});

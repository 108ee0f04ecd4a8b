import { KompassError } from "../errors/index.ts";
import { signedInProcedure } from "../procedure/index.ts";

/** For those who decide what is purged; to anybody else there is nothing here. The database asks again. */
export const keeperProcedure = signedInProcedure.use(({ ctx, next }) => {
  const { roles } = ctx.signedIn;
  if (!roles.includes("dataskyddsombud") && !roles.includes("administrator")) {
    throw new KompassError("not_found");
  }
  return next();
});

/** What names a case: the data protection officer's alone. */
export const dataskyddsombudProcedure = signedInProcedure.use(({ ctx, next }) => {
  if (!ctx.signedIn.roles.includes("dataskyddsombud")) throw new KompassError("not_found");
  return next();
});

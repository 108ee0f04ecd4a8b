import { router, signedInProcedure } from "../procedure/index.ts";
import { importOwn, importOwnInput } from "./import-own.ts";
import { listUnitCodes } from "./list-unit-codes.ts";

export const importRouter = router({
  listUnitCodes: signedInProcedure.query(({ ctx }) => listUnitCodes(ctx)),
  preview: signedInProcedure
    .input(importOwnInput)
    .mutation(({ ctx, input }) => importOwn(ctx, input, "preview")),
  commit: signedInProcedure
    .input(importOwnInput)
    .mutation(({ ctx, input }) => importOwn(ctx, input, "commit")),
});

import { router } from "../procedure/index.ts";
import { readerProcedure } from "../statistics/index.ts";
import { getFile, getFileInput } from "./get-file.ts";

export const exportRouter = router({
  getFile: readerProcedure.input(getFileInput).query(({ ctx, input }) => getFile(ctx, input)),
});

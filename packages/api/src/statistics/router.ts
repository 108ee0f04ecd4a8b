import { PLACE_LEVELS, pairCells, RELEASE_TABLES } from "@kompassen/domain/statistics";
import { z } from "zod";
import { notFound } from "../errors/index.ts";
import { router } from "../procedure/index.ts";
import { readHeads, readLatest, readRelease, readReleases } from "./read-releases.ts";
import { readerProcedure } from "./reader.ts";

const part = z.object({
  tables: z.array(z.enum(RELEASE_TABLES)).optional(),
  levels: z.array(z.enum(PLACE_LEVELS)).optional(),
});
const releaseId = z.string().max(60);

export const statisticsRouter = router({
  listReleases: readerProcedure.query(({ ctx }) => readHeads(ctx)),
  getLatest: readerProcedure.input(part).query(({ ctx, input }) => readLatest(ctx, input)),
  getRelease: readerProcedure
    .input(part.extend({ releaseId }))
    .query(({ ctx, input }) => readRelease(ctx, input.releaseId, input)),
  /** Every release, the oldest first: for lines over quarters. */
  listSeries: readerProcedure.input(part).query(({ ctx, input }) => readReleases(ctx, input)),
  /** The same cells of two releases beside each other. */
  compareReleases: readerProcedure
    .input(part.extend({ earlierId: releaseId, laterId: releaseId }))
    .query(async ({ ctx, input }) => {
      const ids = [input.earlierId, input.laterId];
      const releases = await readReleases(ctx, input, { ids, latest: false });
      const [earlier, later] = ids.map((id) => releases.find(({ head }) => head.id === id));
      if (earlier === undefined || later === undefined) return notFound();
      return { earlier: earlier.head, later: later.head, pairs: pairCells(earlier, later) };
    }),
});

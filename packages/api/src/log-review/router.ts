import type { PersonRole } from "@kompassen/domain/people";
import { KompassError } from "../errors/index.ts";
import { router, signedInProcedure } from "../procedure/index.ts";
import { decideItem, decideItemInput } from "./decide-item.ts";
import { getItem, listItems, listItemsInput, ofItem } from "./list-items.ts";

/** Who reviews the log. */
export const LOG_REVIEWERS: readonly PersonRole[] = ["loggranskare", "dataskyddsombud"];

/** To everybody else there is nothing here. */
const reviewerProcedure = signedInProcedure.use(({ ctx, next }) => {
  if (!ctx.signedIn.roles.some((role) => LOG_REVIEWERS.includes(role))) throw new KompassError("not_found");
  return next();
});

export const logReviewRouter = router({
  listItems: reviewerProcedure.input(listItemsInput).query(({ ctx, input }) => listItems(ctx, input)),
  getItem: reviewerProcedure.input(ofItem).query(({ ctx, input }) => getItem(ctx, input)),
  decideItem: reviewerProcedure.input(decideItemInput).mutation(({ ctx, input }) => decideItem(ctx, input)),
});

import type * as access from "../access/index.ts";

/**
 * Stands in for the room `access` when the matrix asks the database alone: whoever asks is told yes, as everything
 * that the procedure lets in, and nothing is logged. Only tests and the matrix's own command put it there.
 */
export * from "../access/index.ts";

export const authorizeChild: typeof access.authorizeChild = async (_context, childId, may) => ({
  childId: childId as access.AuthorizedChildId,
  standings: may,
});

import { findOr404 } from "#lib/server/find-or-404.ts";
import type { LayoutServerLoad } from "./$types";

export const load: LayoutServerLoad = async ({ locals, params }) => ({
  child: await findOr404(locals.api.family.getOverview({ childId: params.childId })),
});

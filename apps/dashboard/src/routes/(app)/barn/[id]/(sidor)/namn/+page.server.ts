import { error } from "@sveltejs/kit";
import { findOr404 } from "#lib/server/find-or-404.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ parent, locals, params }) => {
  const { header } = await parent();
  if (!header.isProtected) error(404);
  const { givenName, familyName } = await findOr404(
    locals.api.people.getProtectedName({ childId: params.id }),
  );
  return { name: `${givenName} ${familyName}` };
};

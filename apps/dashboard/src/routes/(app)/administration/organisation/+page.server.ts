import { toOrganisationTree } from "#lib/administration/to-organisation-tree.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, url }) => {
  const organisation = await locals.api.administration.getOrganisation();
  return {
    kommun: organisation.kommun,
    tree: toOrganisationTree(organisation, locals.context.today),
    locale: locals.locale,
    isSaved: url.searchParams.has("sparat"),
  };
};

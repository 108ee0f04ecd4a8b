import { LOGIN_FAULTS } from "@kompassen/api/login";
import { error } from "@sveltejs/kit";
import { parseReturnPath } from "#lib/shared/parse-return-path.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = ({ url, locals }) => {
  const fault = LOGIN_FAULTS.find((code) => code === url.searchParams.get("orsak"));
  if (fault === undefined) error(404);
  return {
    fault,
    returnTo: parseReturnPath(url.searchParams.get("till")),
    isSignedIn: locals.session !== null,
  };
};

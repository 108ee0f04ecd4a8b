import { error } from "@sveltejs/kit";
import type { LayoutServerLoad } from "./$types";

/** For all others it is not there; the api and the database say the same of what is in it. */
export const load: LayoutServerLoad = ({ locals }) => {
  if (locals.signedIn?.roles.includes("administrator") !== true) error(404);
};

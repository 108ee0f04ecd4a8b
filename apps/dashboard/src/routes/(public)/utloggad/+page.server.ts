import { endLoginAddress, loginName } from "@kompassen/api/login";
import { ownAddress } from "#lib/server/own-origin.ts";
import { runtime } from "#lib/server/runtime.ts";
import type { PageServerLoad } from "./$types";

/**
 * After logging out here the browser goes on to log out of the login service; a page of its own, since a browser lets
 * no form of ours lead to another site.
 */
export const load: PageServerLoad = async ({ url, locals }) => {
  const key = url.searchParams.get("tjanst");
  const login = runtime().logins.find(({ source }) => source.key === key);
  if (login === undefined || locals.session !== null) return { service: null };
  const address = await endLoginAddress(login, ownAddress("/utloggad", url).href);
  return { service: address === null ? null : { name: loginName(login, locals.locale), address } };
};

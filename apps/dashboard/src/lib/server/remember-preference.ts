import type { RequestEvent } from "@sveltejs/kit";
import { redirect } from "@sveltejs/kit";
import { parseReturnPath } from "#lib/shared/parse-return-path.ts";
import type { OwnCookie } from "./own-cookie.ts";

/**
 * Answers a preference form: keeps the choice of the field `name` in a cookie and sends the browser back to the page
 * it came from. Throws the redirect, as SvelteKit wants it.
 */
export async function rememberPreference(
  event: RequestEvent,
  { name, cookie, parse }: { name: string; cookie: OwnCookie; parse: (value: unknown) => string },
): Promise<never> {
  const form = await event.request.formData();
  cookie.write(event.cookies, parse(form.get(name)));
  redirect(303, parseReturnPath(form.get("tillbaka")));
}

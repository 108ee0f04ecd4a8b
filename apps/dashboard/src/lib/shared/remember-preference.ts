import type { RequestEvent } from "@sveltejs/kit";
import { redirect } from "@sveltejs/kit";
import { parseReturnPath } from "./parse-return-path.ts";

const oneYear = 60 * 60 * 24 * 365;

/**
 * Answers a preference form: keeps the choice in a cookie and sends the browser back to the page it came from.
 * Throws the redirect, as SvelteKit wants it.
 */
export async function rememberPreference(
  event: RequestEvent,
  preference: { cookie: string; parse: (value: unknown) => string },
): Promise<never> {
  const form = await event.request.formData();
  event.cookies.set(preference.cookie, preference.parse(form.get(preference.cookie)), {
    path: "/",
    maxAge: oneYear,
    httpOnly: true,
    sameSite: "lax",
  });
  redirect(303, parseReturnPath(form.get("tillbaka")));
}

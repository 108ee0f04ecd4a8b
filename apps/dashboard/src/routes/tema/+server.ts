import { themeCookie } from "#lib/server/own-cookie.ts";
import { rememberPreference } from "#lib/server/remember-preference.ts";
import { parseTheme } from "#lib/shared/preferences.ts";
import type { RequestHandler } from "./$types";

export const POST: RequestHandler = (event) =>
  rememberPreference(event, { name: "tema", cookie: themeCookie, parse: parseTheme });

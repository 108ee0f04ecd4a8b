import { parseTheme, themeCookie } from "#lib/shared/preferences.ts";
import { rememberPreference } from "#lib/shared/remember-preference.ts";
import type { RequestHandler } from "./$types";

export const POST: RequestHandler = (event) =>
  rememberPreference(event, { cookie: themeCookie, parse: parseTheme });

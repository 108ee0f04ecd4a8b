import type { Handle } from "@sveltejs/kit/hooks";
import { localeCookie, themeCookie } from "#lib/server/own-cookie.ts";
import { parseLocale, parseTheme } from "#lib/shared/preferences.ts";

/** Reads language and theme from their cookies, for `locals` and for the page's root element. */
export const readPreferences: Handle = ({ event, resolve }) => {
  const locale = parseLocale(localeCookie.read(event.cookies));
  const theme = parseTheme(themeCookie.read(event.cookies));
  event.locals.locale = locale;
  event.locals.theme = theme;
  return resolve(event, {
    transformPageChunk: ({ html }) =>
      html.replace('<html lang="sv" data-theme="auto">', `<html lang="${locale}" data-theme="${theme}">`),
  });
};

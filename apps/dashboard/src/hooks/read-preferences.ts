import type { Handle } from "@sveltejs/kit/hooks";
import { localeCookie, parseLocale, parseTheme, themeCookie } from "#lib/shared/preferences.ts";

/** Reads language and theme from their cookies, for `locals` and for the page's root element. */
export const readPreferences: Handle = ({ event, resolve }) => {
  const locale = parseLocale(event.cookies.get(localeCookie));
  const theme = parseTheme(event.cookies.get(themeCookie));
  event.locals.locale = locale;
  event.locals.theme = theme;
  return resolve(event, {
    transformPageChunk: ({ html }) =>
      html.replace('<html lang="sv" data-theme="auto">', `<html lang="${locale}" data-theme="${theme}">`),
  });
};

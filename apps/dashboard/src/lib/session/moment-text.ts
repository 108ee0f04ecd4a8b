import type { Locale } from "#lib/shared/preferences.ts";

const TAGS: Record<Locale, string> = { sv: "sv-SE", en: "en-GB" };

/** A moment as people here say it, "22 november 14.05". */
export function momentText(moment: Date, locale: Locale): string {
  return new Intl.DateTimeFormat(TAGS[locale], {
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: "Europe/Stockholm",
  }).format(moment);
}

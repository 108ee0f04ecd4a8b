import { type Locale, parseLocale } from "#lib/shared/preferences.ts";
import { page } from "$app/state";

/** The page's language, for words that the domain keeps in both. */
export const useLanguage = (): Locale => parseLocale(page.data.locale);

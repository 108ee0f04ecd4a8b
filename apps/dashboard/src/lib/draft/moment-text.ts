import type { Language } from "@kompassen/domain/shared";

const IN_SWEDEN = { timeZone: "Europe/Stockholm" } as const;
const time = new Intl.DateTimeFormat("sv-SE", { ...IN_SWEDEN, hour: "2-digit", minute: "2-digit" });
const LANGUAGES: Record<Language, string> = { sv: "sv-SE", en: "en-GB" };

/** The clock in Sweden at an instant, such as 10:42. */
export const timeText = (instant: string): string => time.format(toDate(instant));

/** The day and the clock in Sweden, such as "15 mars 2026 10:42". */
export function momentText(instant: string, language: Language): string {
  const day = new Intl.DateTimeFormat(LANGUAGES[language], { ...IN_SWEDEN, dateStyle: "long" });
  return `${day.format(toDate(instant))} ${timeText(instant)}`;
}

/** The database writes "2026-03-15 09:42:00+00", which not every browser reads. */
function toDate(instant: string): Date {
  return new Date(instant.replace(" ", "T").replace(/([+-]\d{2})$/, "$1:00"));
}

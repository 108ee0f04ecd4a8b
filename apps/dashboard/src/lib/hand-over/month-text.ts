import type { Language, LocalDate } from "@kompassen/domain/shared";

const LANGUAGES: Record<Language, string> = { sv: "sv-SE", en: "en-GB" };

/** The month of a day, "augusti 2026": the day itself would tell who came. */
export function monthText(day: LocalDate, language: Language): string {
  const month = new Intl.DateTimeFormat(LANGUAGES[language], {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  return month.format(new Date(`${day}T12:00:00Z`));
}

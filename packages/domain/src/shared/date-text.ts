import type { Language } from "./language.ts";
import type { LocalDate } from "./local-date.ts";

const MONTHS: Record<Language, readonly string[]> = {
  sv: ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
  en: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
};

/** "15 mar 2026". */
export function dateText(date: LocalDate, language: Language): string {
  return `${dayText(date, language)} ${yearOf(date)}`;
}

/** Both days, the year once when it is the same: "15 jan – 15 mar 2026". */
export function dateRangeText(from: LocalDate, to: LocalDate, language: Language): string {
  const start = yearOf(from) === yearOf(to) ? dayText(from, language) : dateText(from, language);
  return `${start} – ${dateText(to, language)}`;
}

function dayText(date: LocalDate, language: Language): string {
  return `${Number(date.slice(8))} ${MONTHS[language][Number(date.slice(5, 7)) - 1]}`;
}

function yearOf(date: LocalDate): string {
  return date.slice(0, 4);
}

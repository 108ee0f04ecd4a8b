import type { Language } from "@kompassen/domain/shared";
import { type LeadTime, type LeadTimeFigure, leadTimeKey, metricOf } from "@kompassen/domain/statistics";

/** "Barnsamtal till Beslut": the part of the metric's name before its figure. */
export function leadName(lead: LeadTime, language: Language): string {
  return metricOf(leadTimeKey(lead, "median")).name[language].replace(/, [^,]*$/, "");
}

/** "median", "en fjärdedel": the part after it. */
export function leadFigureName(figure: LeadTimeFigure, language: Language): string {
  return metricOf(leadTimeKey("barnsamtal", figure)).name[language].replace(/^.*, /, "");
}

import { ageGroupLabel, areaLabel, periodLabel, raterLabel } from "@kompassen/domain/export";
import type { Language } from "@kompassen/domain/shared";
import type { Messages } from "#lib/messages/sv/index.ts";
import { ageChoices, type TableChoice } from "./table-choice.ts";
import { TABLE_KINDS } from "./table-kinds.ts";

/** Everything that was chosen, so that a printed table says itself what it is. */
export function toTableTitle(
  choice: TableChoice,
  language: Language,
  { choice: words }: Messages["statistics"],
): string {
  const { tabell, niva, alder, period, skattare, behov } = choice;
  const isByArea = TABLE_KINDS[tabell].isByArea;
  const parts = [
    words.tables[tabell],
    words.titleLevels[niva],
    ageChoices(choice).length > 1 ? ageGroupLabel(alder, language) : [],
    isByArea ? raterLabel(skattare, language) : [],
    tabell === "forandring" && niva !== "alder" ? areaLabel(behov, language) : [],
    period === "" ? [] : periodLabel(period, language),
  ];
  return parts.flat().join(", ");
}

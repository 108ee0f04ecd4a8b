import { areaName, isArea, isRaterKey, raterPhrase } from "../behovskompass/index.ts";
import { ageGroupName, BARNTEAM_AGE_GROUPS } from "../people/index.ts";
import type { Language, LocalText } from "../shared/index.ts";
import {
  ALL_AGES,
  isLasar,
  isQuarter,
  metricOf,
  type PlaceLevel,
  type ReleaseTable,
  type StatisticsCell,
} from "../statistics/index.ts";

export type CellStatus = StatisticsCell["status"];

export const TABLE_NAMES: Readonly<Record<ReleaseTable, LocalText>> = {
  uptake: { sv: "Stegen i processen", en: "Steps of the process" },
  area_mean: { sv: "Medelskattning per område", en: "Mean rating per area" },
  area_share: { sv: "Behöver stärkas per område", en: "Needs strengthening per area" },
  change: { sv: "Förändring per område", en: "Change per area" },
  lead_time: { sv: "Ledtider mellan stegen", en: "Lead times between steps" },
};

export const LEVEL_NAMES: Readonly<Record<PlaceLevel, LocalText>> = {
  kommun: { sv: "kommun", en: "municipality" },
  omrade: { sv: "område", en: "district" },
  unit: { sv: "enhet", en: "unit" },
};

export const STATUS_NAMES: Readonly<Record<CellStatus, LocalText>> = {
  published: { sv: "visas", en: "shown" },
  band: { sv: "visas som spann", en: "shown as a band" },
  protected: { sv: "visas inte", en: "not shown" },
  not_applicable: { sv: "ej tillämpligt", en: "not applicable" },
};

/** The one text for every number that is not shown, whatever the reason. */
export const NOT_SHOWN: LocalText = {
  sv: "Visas inte, för att inget enskilt barn ska kunna kännas igen. Det kan bero på få barn i gruppen eller på att talet annars går att räkna ut från andra tal.",
  en: "Not shown, so that no single child can be recognised. The group may be small, or the number could otherwise be worked out from other numbers.",
};

export const NOT_AN_EFFECT: LocalText = {
  sv: "Förändring är inte detsamma som effekt.",
  en: "A change is not the same as an effect.",
};

export function ageGroupLabel(code: string, language: Language): string {
  if (code === ALL_AGES) return language === "sv" ? "alla åldrar" : "all ages";
  const group = BARNTEAM_AGE_GROUPS.find((candidate) => candidate === code);
  return group === undefined ? code : ageGroupName(group, language);
}

export function areaLabel(code: string, language: Language): string {
  return isArea(code) ? areaName(code, language) : code;
}

export function raterLabel(code: string, language: Language): string {
  return isRaterKey(code) ? raterPhrase(code, language) : code;
}

export function metricLabel(key: string, language: Language): string {
  return metricOf(key).name[language];
}

const ORDINALS: Readonly<Record<string, LocalText>> = {
  1: { sv: "första", en: "first" },
  2: { sv: "andra", en: "second" },
  3: { sv: "tredje", en: "third" },
  4: { sv: "fjärde", en: "fourth" },
};

/** "första kvartalet 2026", "läsåret 2025/2026", "hela året 2026". */
export function periodLabel(period: string, language: Language): string {
  if (isQuarter(period)) {
    const ordinal = ORDINALS[period.slice(5)]?.[language];
    return language === "sv"
      ? `${ordinal} kvartalet ${period.slice(0, 4)}`
      : `${ordinal} quarter of ${period.slice(0, 4)}`;
  }
  if (isLasar(period)) return language === "sv" ? `läsåret ${period}` : `school year ${period}`;
  return language === "sv" ? `hela året ${period}` : `the year ${period}`;
}

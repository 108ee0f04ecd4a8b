import type { LocalText } from "../shared/index.ts";
import type { Metric } from "./metric.ts";

const RATED: LocalText = {
  sv: "barn med en skattning av området under läsåret",
  en: "children with a rating of the area in the school year",
};
const PAIRED: LocalText = {
  sv: "barn med minst två jämförbara skattningar av området under läsåret",
  en: "children with at least two comparable ratings of the area in the school year",
};

function change(name: LocalText, definition: LocalText): Metric {
  const measure = { sv: "procent av barnen", en: "per cent of the children" };
  return {
    table: "change",
    name,
    definition,
    measure,
    counted: PAIRED,
    rule: "last_change",
    finest: "omrade",
  };
}

export const AREA_METRICS = {
  mean_score: {
    table: "area_mean",
    name: { sv: "Medelskattning", en: "Mean rating" },
    definition: {
      sv: "Medelvärdet av barnens senaste skattningar i området, 1–5, med en decimal. Skattare blandas aldrig.",
      en: "The mean of the children's last ratings of the area, 1–5, with one decimal. Raters are never mixed.",
    },
    measure: { sv: "poäng 1–5", en: "points 1–5" },
    counted: RATED,
    rule: "last_rating",
    finest: "unit",
  },
  share_needs_strengthening: {
    table: "area_share",
    name: { sv: "Behöver stärkas", en: "Needs strengthening" },
    definition: {
      sv: "Andelen barn där tankar kvarstår om området: så som de besvarats i uppföljningssamtalet, annars skattning under målet, och utan mål 3,0 eller lägre. Visas i spann.",
      en: "The share of children about whom thoughts remain in the area: as answered in the talk, otherwise a rating below the target, and without a target 3.0 or lower. Shown in bands.",
    },
    measure: { sv: "procent av barnen", en: "per cent of the children" },
    counted: RATED,
    rule: "last_rating",
    finest: "unit",
  },
  change_improved: change(
    { sv: "Förbättrats", en: "Improved" },
    { sv: "Andelen barn vars skattning förbättrades något eller tydligt.", en: "The share that improved." },
  ),
  change_maintained: change(
    { sv: "Bibehållet", en: "Maintained" },
    {
      sv: "Andelen barn vars skattning behölls på en nivå där inga tankar kvarstår.",
      en: "The share whose rating was kept where no thoughts remain.",
    },
  ),
  change_unchanged: change(
    { sv: "Ingen tydlig förändring", en: "No clear change" },
    {
      sv: "Andelen barn vars skattning varken steg eller sjönk tydligt, och där tankar kan kvarstå.",
      en: "The share whose rating neither rose nor fell clearly, and where thoughts may remain.",
    },
  ),
  change_declined: change(
    { sv: "Tillbaka", en: "Declined" },
    { sv: "Andelen barn vars skattning sjönk något eller tydligt.", en: "The share that declined." },
  ),
} satisfies Record<string, Metric>;

export type AreaMetricKey = keyof typeof AREA_METRICS;

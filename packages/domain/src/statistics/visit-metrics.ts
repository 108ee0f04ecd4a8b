import type { LocalText } from "../shared/index.ts";
import type { Metric } from "./metric.ts";
import type { PlaceLevel } from "./release.ts";

const FAMILIES: LocalText = { sv: "familjer", en: "families" };
const VISITS_OFFERED: LocalText = {
  sv: "familjer som erbjöds första besöket",
  en: "families offered the first visit",
};

function visit(finest: PlaceLevel, name: LocalText, definition: LocalText, counted = FAMILIES): Metric {
  return { table: "uptake", name, definition, measure: FAMILIES, counted, rule: "visit", finest };
}

function visitDone(number: number): Metric {
  return visit(
    number === 1 ? "unit" : "kommun",
    { sv: `Hembesök ${number}`, en: `Home visit ${number}` },
    {
      sv: `Familjer där hembesök ${number} i hembesöksprogrammet genomfördes.`,
      en: `Families for whom home visit ${number} of the programme was made.`,
    },
  );
}

export const VISIT_METRICS = {
  home_visit_offered: visit(
    "unit",
    { sv: "Erbjudna hembesök", en: "Home visits offered" },
    {
      sv: "Familjer som erbjöds hembesöksprogrammets första besök.",
      en: "Families offered the first visit of the programme.",
    },
    VISITS_OFFERED,
  ),
  home_visit_accepted: visit(
    "kommun",
    { sv: "Tackat ja till hembesök", en: "Home visits accepted" },
    {
      sv: "Familjer som tackade ja till hembesöksprogrammets första besök.",
      en: "Families who accepted the first visit of the programme.",
    },
  ),
  home_visit_1: visitDone(1),
  home_visit_2: visitDone(2),
  home_visit_3: visitDone(3),
  home_visit_4: visitDone(4),
  home_visit_5: visitDone(5),
  home_visit_6: visitDone(6),
} satisfies Record<string, Metric>;

export type VisitMetricKey = keyof typeof VISIT_METRICS;

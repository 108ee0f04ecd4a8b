import type { LocalText } from "../shared/index.ts";
import type { PlaceLevel, ReleaseTable } from "./release.ts";

/** What a number in a release means; shown beside the number and written in the codebook. */
export interface Metric {
  readonly table: ReleaseTable;
  readonly name: LocalText;
  readonly definition: LocalText;
  /** What one counts: children, visits, staff, days, points. */
  readonly measure: LocalText;
  readonly counted: LocalText;
  /** The rule that decides in which period and group it counts. */
  readonly rule: MetricRule;
  /** The finest level of place it is published for. */
  readonly finest: PlaceLevel;
}

export const METRIC_RULES = [
  "first_step",
  "visit",
  "trained",
  "last_rating",
  "last_change",
  "waiting",
] as const;

export type MetricRule = (typeof METRIC_RULES)[number];

const RULE_TEXTS: Record<MetricRule, LocalText> = {
  first_step: {
    sv: "Ett barn räknas en gång per steg och kalenderår, i kvartalet då det första registrerades, med den enhet och åldersgrupp barnet hade då. Därför är året summan av sina kvartal.",
    en: "A child counts once per step and calendar year, in the quarter in which the first was registered, with the unit and age group it had then. So a year is the sum of its quarters.",
  },
  visit: {
    sv: "Räknas i kvartalet då besöket registrerades.",
    en: "Counts in the quarter in which the visit was registered.",
  },
  trained: {
    sv: "Räknas i kvartalet då utbildningssteget blev klart.",
    en: "Counts in the quarter in which the training step was finished.",
  },
  last_rating: {
    sv: "En skattning per barn, område och skattare: den senast registrerade under läsåret. Läsåret går från tredje kvartalet till och med andra.",
    en: "One rating per child, area and rater: the last one registered in the school year, which runs from the third quarter to the second.",
  },
  last_change: {
    sv: "Barn med minst två jämförbara skattningar under läsåret; förändringen mellan de två senaste. Förändring är inte detsamma som effekt.",
    en: "Children with at least two comparable ratings in the school year; the change between the last two. A change is not the same as an effect.",
  },
  waiting: {
    sv: "Dagar från det första steget under läsåret till nästa. De som fortfarande väntar räknas med så länge de har väntat. Ett ärende som avslutats räknas fram till avslutet.",
    en: "Days from the first step in the school year to the next. Those still waiting count for as long as they have waited; a case that was closed counts until it was closed.",
  },
};

export function metricRuleText(rule: MetricRule, language: keyof LocalText): string {
  return RULE_TEXTS[rule][language];
}

import type { LocalText } from "../shared/index.ts";
import type { Metric } from "./metric.ts";

/** The stretches of the process whose length is published, and the names they go by. */
export const LEAD_TIMES = [
  "barnkontakt_svar",
  "barnsamtal",
  "beslut",
  "barnteam",
  "uppfoljningssamtal",
  "individuellt_barnteam",
  "barnets_plan",
] as const;

export type LeadTime = (typeof LEAD_TIMES)[number];

export const LEAD_TIME_FIGURES = ["median", "p25", "p75", "waiting"] as const;

export type LeadTimeFigure = (typeof LEAD_TIME_FIGURES)[number];

export type LeadTimeMetricKey = `lead_${LeadTime}_${LeadTimeFigure}`;

const LEAD_NAMES: Record<LeadTime, LocalText> = {
  barnkontakt_svar: { sv: "Upptäckarkort till svar", en: "Upptäckarkort to answer" },
  barnsamtal: { sv: "Upptäckarkort till Barnsamtal", en: "Upptäckarkort to Barnsamtal" },
  beslut: { sv: "Barnsamtal till Beslut", en: "Barnsamtal to decision" },
  barnteam: { sv: "Beslut till Barnteam", en: "Decision to Barnteam" },
  uppfoljningssamtal: { sv: "Barnteam till Uppföljningssamtal", en: "Barnteam to Uppföljningssamtal" },
  individuellt_barnteam: {
    sv: "Beslut till Individuellt barnteam",
    en: "Decision to Individuellt barnteam",
  },
  barnets_plan: {
    sv: "Individuellt barnteam till Barnets plan",
    en: "Individuellt barnteam to Barnets plan",
  },
};

const FIGURE_NAMES: Record<LeadTimeFigure, { readonly name: LocalText; readonly definition: LocalText }> = {
  median: {
    name: { sv: "median", en: "median" },
    definition: { sv: "Antal dagar tills hälften har nått nästa steg.", en: "Days until half have come on." },
  },
  p25: {
    name: { sv: "en fjärdedel", en: "a quarter" },
    definition: {
      sv: "Antal dagar tills en fjärdedel har nått nästa steg.",
      en: "Days until a quarter have come on.",
    },
  },
  p75: {
    name: { sv: "tre fjärdedelar", en: "three quarters" },
    definition: {
      sv: "Antal dagar tills tre fjärdedelar har nått nästa steg.",
      en: "Days until three quarters have come on.",
    },
  },
  waiting: {
    name: { sv: "väntar ännu", en: "still waiting" },
    definition: {
      sv: "Andelen som fortfarande väntade när läsåret tog slut. Visas i spann.",
      en: "The share still waiting when the school year ended. Shown in bands.",
    },
  },
};

function leadTimeMetric(lead: LeadTime, figure: LeadTimeFigure): Metric {
  const { name, definition } = FIGURE_NAMES[figure];
  const stretch = LEAD_NAMES[lead];
  const isShare = figure === "waiting";
  return {
    table: "lead_time",
    name: { sv: `${stretch.sv}, ${name.sv}`, en: `${stretch.en}, ${name.en}` },
    definition,
    measure: isShare
      ? { sv: "procent av barnen", en: "per cent of the children" }
      : { sv: "dagar", en: "days" },
    counted: {
      sv: "barn som nådde det första steget under läsåret",
      en: "children who reached the first step in the school year",
    },
    rule: "waiting",
    finest: "kommun",
  };
}

/** "Upptäckarkort till Barnsamtal". */
export function leadTimeName(lead: LeadTime, language: keyof LocalText): string {
  return LEAD_NAMES[lead][language];
}

/** "median", "en fjärdedel". */
export function leadTimeFigureName(figure: LeadTimeFigure, language: keyof LocalText): string {
  return FIGURE_NAMES[figure].name[language];
}

export function leadTimeKey(lead: LeadTime, figure: LeadTimeFigure): LeadTimeMetricKey {
  return `lead_${lead}_${figure}`;
}

export const LEAD_TIME_METRICS: ReadonlyMap<string, Metric> = new Map(
  LEAD_TIMES.flatMap((lead) =>
    LEAD_TIME_FIGURES.map((figure) => [leadTimeKey(lead, figure), leadTimeMetric(lead, figure)] as const),
  ),
);

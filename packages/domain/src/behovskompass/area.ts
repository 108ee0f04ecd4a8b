import type { Language, LocalText } from "../shared/index.ts";

/** The eight areas in the model's fixed order on the circle (domain A.2). */
export const AREAS = [
  "omsorg",
  "trygghet",
  "ma_bra",
  "fritid",
  "tillhorighet",
  "ansvarstagande",
  "respekteras",
  "utvecklas",
] as const;

export type Area = (typeof AREAS)[number];

/** The areas where a low rating also asks whether an anmälan is needed. */
export const PROTECTIVE_AREAS: readonly Area[] = ["omsorg", "trygghet"];

const NAMES: Record<Area, LocalText> = {
  omsorg: { sv: "Omsorg", en: "Care" },
  trygghet: { sv: "Trygghet", en: "Safety" },
  ma_bra: { sv: "Må bra", en: "Well-being" },
  fritid: { sv: "Fritid", en: "Leisure" },
  tillhorighet: { sv: "Tillhörighet", en: "Belonging" },
  ansvarstagande: { sv: "Ansvarstagande", en: "Responsibility" },
  respekteras: { sv: "Respekteras", en: "Respect" },
  utvecklas: { sv: "Utvecklas", en: "Development" },
};

const CHILD_SENTENCES: Record<Area, LocalText> = {
  omsorg: { sv: "Jag har någon som bryr sig om mig", en: "I have someone who cares about me" },
  trygghet: { sv: "Jag känner mig trygg", en: "I feel safe" },
  ma_bra: { sv: "Jag mår bra", en: "I feel well" },
  fritid: { sv: "Jag trivs med min fritid", en: "I like my free time" },
  tillhorighet: { sv: "Jag får vara med", en: "I get to join in" },
  ansvarstagande: {
    sv: "Jag tar ansvar för mig själv och andra",
    en: "I take responsibility for myself and others",
  },
  respekteras: { sv: "Jag känner mig respekterad", en: "I feel respected" },
  utvecklas: { sv: "Jag gör mitt bästa", en: "I do my best" },
};

const POSITIONS: ReadonlyMap<string, number> = new Map(AREAS.map((area, index) => [area, index]));

export function isArea(text: string): text is Area {
  return POSITIONS.has(text);
}

/** 0 to 7, the place on the circle. */
export function areaPosition(area: Area): number {
  return AREAS.indexOf(area);
}

export function areaName(area: Area, language: Language): string {
  return NAMES[area][language];
}

/** What the child says when the area works: the model's own short sentence. */
export function childSentence(area: Area, language: Language): string {
  return CHILD_SENTENCES[area][language];
}

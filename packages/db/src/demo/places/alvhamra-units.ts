import type { OmradePlan, UnitPlan } from "./kommun-plan.ts";

export const ALVHAMRA_OMRADEN: readonly OmradePlan[] = [
  { key: "norr", name: "Norrängen" },
  { key: "centrum", name: "Centrum" },
  { key: "kusten", name: "Kusten", writesStepsOf: 0.15 },
  { key: "soder", name: "Söderbygden" },
];

/** Eighteen units; 900 children stand at the twelve where children are placed. */
export const ALVHAMRA_UNITS: readonly UnitPlan[] = [
  { code: "MVC1", name: "Barnmorskemottagningen Torget", kind: "mvc", omrade: "centrum" },
  {
    code: "BVC1",
    name: "BVC Norrängen",
    kind: "bvc",
    omrade: "norr",
    children: { stage: "bvc", count: 40 },
  },
  {
    code: "BVC2",
    name: "BVC Strandhuset",
    kind: "bvc",
    omrade: "kusten",
    children: { stage: "bvc", count: 35 },
  },
  {
    code: "FSK1",
    name: "Förskolan Grankotten",
    kind: "forskola",
    omrade: "norr",
    children: { stage: "forskola", count: 55 },
  },
  {
    code: "FSK2",
    name: "Förskolan Nyckelpigan",
    kind: "forskola",
    omrade: "centrum",
    children: { stage: "forskola", count: 75 },
  },
  {
    code: "FSK3",
    name: "Förskolan Snäckan",
    kind: "forskola",
    omrade: "kusten",
    children: { stage: "forskola", count: 60 },
  },
  {
    code: "FSK4",
    name: "Förskolan Smultronet",
    kind: "forskola",
    omrade: "soder",
    writesStepsSinceDaysAgo: 560,
    children: { stage: "forskola", count: 55 },
  },
  {
    code: "SKO1",
    name: "Norrängsskolan F–6",
    kind: "grundskola",
    omrade: "norr",
    children: { stage: "lagstadium", count: 85 },
  },
  {
    code: "SKO2",
    name: "Torgskolan F–6",
    kind: "grundskola",
    omrade: "centrum",
    children: { stage: "lagstadium", count: 120 },
  },
  {
    code: "SKO3",
    name: "Strandskolan F–6",
    kind: "grundskola",
    omrade: "kusten",
    children: { stage: "lagstadium", count: 70 },
  },
  {
    code: "SKO4",
    name: "Lindbackaskolan F–6",
    kind: "grundskola",
    omrade: "soder",
    children: { stage: "lagstadium", count: 95 },
  },
  {
    code: "SKO5",
    name: "Älvhamraskolan 7–9",
    kind: "grundskola",
    omrade: "centrum",
    children: { stage: "hogstadium", count: 120 },
  },
  {
    code: "SKO6",
    name: "Söderängsskolan 7–9",
    kind: "grundskola",
    omrade: "soder",
    writesStepsSinceDaysAgo: 400,
    children: { stage: "hogstadium", count: 90 },
  },
  { code: "EHT1", name: "Elevhälsan", kind: "elevhalsa", omrade: "centrum" },
  { code: "SOC1", name: "Barn och familj", kind: "socialtjanst", omrade: "centrum" },
  { code: "FLI1", name: "Första linjen", kind: "forsta_linjen", omrade: "centrum" },
  { code: "BUP1", name: "BUP Älvhamra", kind: "bup", omrade: "centrum" },
  { code: "POL1", name: "Områdespolisen", kind: "polis", omrade: "centrum" },
];

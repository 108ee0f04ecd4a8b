import type { LocalText } from "../shared/index.ts";
import type { Metric } from "./metric.ts";
import type { PlaceLevel } from "./release.ts";

const CHILDREN: LocalText = { sv: "barn", en: "children" };

function step(finest: PlaceLevel, name: LocalText, definition: LocalText): Metric {
  return {
    table: "uptake",
    name,
    definition,
    measure: CHILDREN,
    counted: CHILDREN,
    rule: "first_step",
    finest,
  };
}

/** Steps of the process, each a count of children. Steps deeper in are published for the kommun only. */
export const STEP_METRICS = {
  upptackarkort: step(
    "unit",
    { sv: "Upptäckarkort", en: "Upptäckarkort (noticed)" },
    {
      sv: "Barn som det skrevs ett Upptäckarkort för.",
      en: "Children for whom an Upptäckarkort was written.",
    },
  ),
  barnsamtal: step(
    "unit",
    { sv: "Barnsamtal", en: "Barnsamtal (talk with the child)" },
    { sv: "Barn som hade ett Barnsamtal.", en: "Children who had a Barnsamtal." },
  ),
  uppfoljning: step(
    "unit",
    { sv: "Uppföljningar", en: "Follow-ups" },
    {
      sv: "Barn som följdes upp med en ny behovskompass.",
      en: "Children who were followed up with a new compass.",
    },
  ),
  signal_raised: step(
    "unit",
    { sv: "Lyft till teamet", en: "Raised to the team" },
    {
      sv: "Barn där en uppföljning lyftes till teamet eller till den som är ansvarig.",
      en: "Children whose follow-up was raised to the team or to whoever is responsible.",
    },
  ),
  upptackarkort_anmalan_socialtjanst: step(
    "kommun",
    { sv: "Upptäckarkort: anmälan till socialtjänsten", en: "Upptäckarkort: report to social services" },
    {
      sv: "Barn vars första Upptäckarkort under året gick vägen anmälan till socialtjänsten.",
      en: "Children whose first Upptäckarkort of the year led to a report to social services.",
    },
  ),
  upptackarkort_stod_egen_verksamhet: step(
    "kommun",
    { sv: "Upptäckarkort: stöd i egen verksamhet", en: "Upptäckarkort: support where the child is" },
    {
      sv: "Barn vars första Upptäckarkort under året gick vägen stöd i den egna verksamheten.",
      en: "Children whose first Upptäckarkort of the year led to support in the same service.",
    },
  ),
  upptackarkort_aktivera_barnkontakt: step(
    "kommun",
    { sv: "Upptäckarkort: aktivera Barnkontakt", en: "Upptäckarkort: activate the Barnkontakt" },
    {
      sv: "Barn vars första Upptäckarkort under året gick vägen att aktivera Barnkontakten.",
      en: "Children whose first Upptäckarkort of the year led to the Barnkontakt.",
    },
  ),
  barnkontakt_svar: step(
    "kommun",
    { sv: "Barnkontakt har svarat", en: "The Barnkontakt has answered" },
    {
      sv: "Barn vars Barnkontakt tog emot kortet och svarade Upptäckaren.",
      en: "Children whose Barnkontakt received the card and answered.",
    },
  ),
  behovskompass: step(
    "kommun",
    { sv: "Första behovskompassen", en: "First compass" },
    {
      sv: "Barn som fick sin första behovskompass i stödperioden.",
      en: "Children who got the first compass of a support period.",
    },
  ),
  beslut: step(
    "kommun",
    { sv: "Beslut", en: "Decisions" },
    {
      sv: "Barn som det fattades ett beslut för (steg 4).",
      en: "Children for whom a decision was taken (step 4).",
    },
  ),
  beslut_stod_egen_verksamhet: step(
    "kommun",
    { sv: "Beslut: stöd i egen verksamhet", en: "Decision: support where the child is" },
    {
      sv: "Barn där årets första beslut blev stöd i den egna verksamheten.",
      en: "Children whose first decision of the year was support in the same service.",
    },
  ),
  beslut_barnteam: step(
    "kommun",
    { sv: "Beslut: Barnteam", en: "Decision: Barnteam" },
    {
      sv: "Barn där årets första beslut blev att ta upp frågan i Barnteamet.",
      en: "Children whose first decision of the year was the Barnteam.",
    },
  ),
  beslut_individuellt_barnteam: step(
    "kommun",
    { sv: "Beslut: Individuellt barnteam", en: "Decision: Individuellt barnteam" },
    {
      sv: "Barn där årets första beslut blev ett Individuellt barnteam.",
      en: "Children whose first decision of the year was an Individuellt barnteam.",
    },
  ),
  barnteam: step(
    "kommun",
    { sv: "Barnteam", en: "Barnteam" },
    { sv: "Barn som togs upp i ett Barnteam.", en: "Children taken up in a Barnteam." },
  ),
  uppfoljningssamtal: step(
    "kommun",
    { sv: "Uppföljningssamtal", en: "Uppföljningssamtal (talk with the family)" },
    {
      sv: "Barn vars familj hade ett Uppföljningssamtal efter Barnteamet.",
      en: "Children whose family had an Uppföljningssamtal after the Barnteam.",
    },
  ),
  individuellt_barnteam: step(
    "kommun",
    { sv: "Individuellt barnteam", en: "Individuellt barnteam" },
    {
      sv: "Barn som fick ett möte med sitt Individuella barnteam.",
      en: "Children whose Individuellt barnteam met.",
    },
  ),
  barnets_plan: step(
    "kommun",
    { sv: "Barnets plan", en: "Barnets plan" },
    { sv: "Barn som fick Barnets plan.", en: "Children who got Barnets plan." },
  ),
  uppfoljning_forsenad: step(
    "kommun",
    { sv: "Uppföljningar som dröjt", en: "Follow-ups overdue" },
    {
      sv: "Barn där den planerade dagen för uppföljning passerade utan att den blev gjord.",
      en: "Children whose planned day of follow-up passed without one.",
    },
  ),
  signal_decided: step(
    "kommun",
    { sv: "Beslutat i teamet", en: "Decided by the team" },
    {
      sv: "Barn där det som lyfts blev beslutat av en person.",
      en: "Children for whom what was raised was decided by a person.",
    },
  ),
  behov_uppfyllt: step(
    "kommun",
    { sv: "Barnets behov är uppfyllt", en: "The child's needs are met" },
    {
      sv: "Barn där stödet avslutades för att behoven är uppfyllda.",
      en: "Children whose support was closed because the needs are met.",
    },
  ),
} satisfies Record<string, Metric>;

export type StepMetricKey = keyof typeof STEP_METRICS;

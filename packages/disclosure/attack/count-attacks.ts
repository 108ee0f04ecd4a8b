import type { AttackLine } from "./attack-line.ts";
import type { AttackReport, ControlReport } from "./attack-municipality.ts";

/** What the attacks on counts found in many municipalities, and how many of the bad releases each broke. */
export interface CountTotals {
  readonly municipalities: number;
  readonly found: Readonly<Record<keyof AttackReport, number>>;
  readonly controlled: number;
  readonly broken: Readonly<Record<Exclude<keyof ControlReport, "cumulative">, number>>;
  readonly caught: Readonly<Record<"noSecondary" | "offByOne" | "forgetful", number>>;
  readonly cumulative: ControlReport["cumulative"];
}

export const NO_COUNTS: CountTotals = {
  municipalities: 0,
  found: {
    sensitive: 0,
    toAnybody: 0,
    toInsiders: 0,
    insiderQuestions: 0,
    subtractions: 0,
    unionsTried: 0,
    unionsDisclosed: 0,
    parentsTried: 0,
    toParents: 0,
    openToParents: 0,
    worlds: 0,
    worldsRuledOut: 0,
    certificateFailures: 0,
    safe: 0,
    kept: 0,
  },
  controlled: 0,
  broken: {
    noSecondary: 0,
    offByOne: 0,
    forgetful: 0,
    subtractions: 0,
    unions: 0,
    toInsiders: 0,
    toParents: 0,
    worldsRuledOut: 0,
  },
  caught: { noSecondary: 0, offByOne: 0, forgetful: 0 },
  cumulative: { small: 0, exact: 0 },
};

export function addReport(totals: CountTotals, report: AttackReport): CountTotals {
  const found = { ...totals.found };
  for (const key of Object.keys(found) as (keyof AttackReport)[]) found[key] += report[key];
  return { ...totals, municipalities: totals.municipalities + 1, found };
}

export function addControl(totals: CountTotals, control: ControlReport): CountTotals {
  const broken = { ...totals.broken };
  const caught = { ...totals.caught };
  for (const key of Object.keys(broken) as (keyof typeof broken)[]) broken[key] += control[key];
  for (const key of Object.keys(caught) as (keyof typeof caught)[]) caught[key] += control[key] > 0 ? 1 : 0;
  const cumulative = {
    small: totals.cumulative.small + control.cumulative.small,
    exact: totals.cumulative.exact + control.cumulative.exact,
  };
  return { ...totals, controlled: totals.controlled + 1, broken, caught, cumulative };
}

/** One line an attack on counts. Bad releases were made of every so many municipalities only. */
export function countAttacks({ municipalities, found, controlled, ...of }: CountTotals): AttackLine[] {
  const { broken, caught, cumulative } = of;
  const disclosures =
    found.toAnybody +
    found.toInsiders +
    found.subtractions +
    found.unionsDisclosed +
    found.toParents +
    found.worldsRuledOut +
    found.certificateFailures;
  const kept = ((100 * found.kept) / found.safe).toFixed(1);
  return [
    {
      attack: "A1",
      tried: `bounds by a solver on ${found.sensitive} small counts over all releases`,
      disclosures: found.toAnybody,
      control: "small counts hidden, nothing else",
      broken: broken.noSecondary,
    },
    {
      attack: "A2",
      tried: `every total less its published parts, in ${municipalities} municipalities`,
      disclosures: found.subtractions,
      control: "small counts hidden, nothing else",
      broken: broken.subtractions,
    },
    {
      attack: "A3",
      tried: `nested filters, and ${found.unionsTried} random unions with fewer than k children`,
      disclosures: found.unionsDisclosed + found.subtractions,
      control: "small counts hidden, nothing else",
      broken: broken.unions,
    },
    {
      attack: "A4",
      tried: "releases, quarters and years against each other, with all earlier rows",
      disclosures: found.toAnybody + found.subtractions + found.certificateFailures,
      control: `running totals with k = 5, of ${cumulative.small} small additions`,
      broken: cumulative.exact,
    },
    {
      attack: "A8",
      tried: `${found.insiderQuestions} questions by the staff of one unit`,
      disclosures: found.toInsiders,
      control: "protected from strangers only",
      broken: broken.toInsiders,
    },
    {
      attack: "A8",
      tried: `${found.parentsTried} questions by a parent of one counted child (${found.openToParents} counted as open by the audit)`,
      disclosures: found.toParents,
      control: "small counts hidden, nothing else",
      broken: broken.toParents,
    },
    {
      attack: "A11",
      tried: `${found.worlds} witness worlds against the rules themselves`,
      disclosures: found.worldsRuledOut,
      control: "worlds of a release with k = 4",
      broken: broken.worldsRuledOut,
    },
    {
      attack: "A14",
      tried: `${municipalities} random municipalities, all of the above (${kept} % of safe cells kept)`,
      disclosures,
      control: `mutants of ${controlled} of them: no secondary step caught in ${caught.noSecondary}, k off by one in ${caught.offByOne}, forgotten frozen rows in ${caught.forgetful}; the rarest`,
      broken: Math.min(...Object.values(caught)),
    },
  ];
}

import { type RaterKey, raterKey } from "@kompassen/domain/behovskompass";
import type { UnitKind } from "@kompassen/domain/people";
import type { Draw } from "../draw.ts";
import type { Stage } from "../places/kommun-plan.ts";
import { OWN_RATING_FROM } from "./age.ts";

/** The verksamhet that every child of a stage is in. */
export const OWN_PROFESSION: Record<Stage, UnitKind> = {
  bvc: "bvc",
  forskola: "forskola",
  lagstadium: "grundskola",
  hogstadium: "grundskola",
};

const OTHER_PROFESSIONS: Record<Stage, readonly UnitKind[]> = {
  bvc: ["mvc", "socialtjanst"],
  forskola: ["bvc", "bup", "socialtjanst"],
  lagstadium: ["elevhalsa", "forsta_linjen", "socialtjanst"],
  hogstadium: ["elevhalsa", "forsta_linjen", "bup", "socialtjanst", "polis"],
};

/** What decides who rates in a round. */
export interface RaterFacts {
  readonly years: number;
  readonly stage: Stage;
  readonly guardians: number;
  /** The second guardian of some families never takes part. */
  readonly secondTakesPart: boolean;
  readonly isInBarnteam: boolean;
  readonly hasStodsamordnare: boolean;
  /** The other verksamhet that knows this child, the same through the years. */
  readonly other: UnitKind;
}

export function otherProfession(draw: Draw, stage: Stage): UnitKind {
  return draw.pick(OTHER_PROFESSIONS[stage]);
}

/** The raters of a round in the model's order; a guardian when nobody else was there. */
export function tellRaters(draw: Draw, facts: RaterFacts): RaterKey[] {
  const raters: string[] = [];
  if (facts.years >= OWN_RATING_FROM && draw.chance(0.9)) raters.push("barn");
  if (draw.chance(0.88)) raters.push("vardnadshavare:1");
  if (facts.guardians > 1 && facts.secondTakesPart && draw.chance(0.75)) raters.push("vardnadshavare:2");
  if (facts.isInBarnteam && draw.chance(0.85)) raters.push("barnteam");
  if (draw.chance(facts.isInBarnteam ? 0.65 : 0.35)) raters.push(`profession:${OWN_PROFESSION[facts.stage]}`);
  if (draw.chance(facts.hasStodsamordnare ? 0.8 : facts.isInBarnteam ? 0.3 : 0)) {
    raters.push(`profession:${facts.other}`);
  }
  return (raters.length === 0 ? ["vardnadshavare:1"] : raters).map(raterKey);
}

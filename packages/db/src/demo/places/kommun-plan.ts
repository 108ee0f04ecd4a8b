import type { BarnteamAgeGroup, PersonRole, UnitKind } from "@kompassen/domain/people";

/** A kommun as it is laid out for the demo: its places and who works there. */
export interface KommunPlan {
  readonly code: string;
  readonly name: string;
  readonly omraden: readonly OmradePlan[];
  readonly units: readonly UnitPlan[];
  readonly staff: readonly StaffPlan[];
  /** The numbers of children who share the family of the child before them; by chance where it is not said. */
  readonly siblings?: readonly number[];
}

export interface OmradePlan {
  readonly key: string;
  readonly name: string;
  /** Of how large a part of its children the steps around the compass are written down; absent = of all. */
  readonly writesStepsOf?: number;
}

/** What a unit does for the children who are there: each child is in exactly one stage. */
export type Stage = "bvc" | "forskola" | "lagstadium" | "hogstadium";

export interface UnitPlan {
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly omrade: string;
  /** Since when the steps around the compass are written down here; absent = from the beginning. */
  readonly writesStepsSinceDaysAgo?: number;
  /** Where children are placed: their stage, and how many of the demo's children are there today. */
  readonly children?: { readonly stage: Stage; readonly count: number };
}

/** A staff member. The key is also how one logs in while the demo runs. */
export interface StaffPlan {
  readonly loginKey: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly title: string;
  readonly unit: string;
  readonly roles: readonly PersonRole[];
  /** Barnkontakt of the children at this unit, from and to in days before today. */
  readonly barnkontaktAt?: {
    readonly unit: string;
    readonly fromDaysAgo: number;
    readonly toDaysAgo?: number;
  };
  /** Sits in the standing Barnteam of these units, as what. */
  readonly sitsIn?: { readonly units: readonly string[]; readonly part: string };
}

export const TEAM_AGE_GROUP: Record<Stage, BarnteamAgeGroup> = {
  bvc: "0-2,5",
  forskola: "1-6",
  lagstadium: "7-12",
  hogstadium: "13-16",
};

/** How an age group is written on screen, with the dash of running text. */
export const TEAM_NAME: Record<Stage, string> = {
  bvc: "Barnteam 0–2,5 år",
  forskola: "Barnteam 1–6 år",
  lagstadium: "Barnteam 7–12 år",
  hogstadium: "Barnteam 13–16 år",
};

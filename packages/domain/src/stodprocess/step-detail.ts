import { CLOSING_REASONS, type ClosingReason } from "../people/index.ts";
import type { ProcessStepKind } from "./process-step.ts";

/** The way an Upptäckarkort takes (step 1). */
export const UPPTACKARKORT_VAGAR = [
  "anmalan_socialtjanst",
  "stod_egen_verksamhet",
  "aktivera_barnkontakt",
] as const;

export type UpptackarkortVag = (typeof UPPTACKARKORT_VAGAR)[number];

/** What the Beslut of step 4 leads to. */
export const BESLUT_OUTCOMES = ["stod_egen_verksamhet", "barnteam", "individuellt_barnteam"] as const;

export type BeslutOutcome = (typeof BESLUT_OUTCOMES)[number];

/** Who decided on an Individuellt barnteam: stored, since it can be any of the three (domain A.8). */
export const INDIVIDUAL_TEAM_DECIDERS = ["beslut", "barnteam", "uppfoljningssamtal"] as const;

export type IndividualTeamDecider = (typeof INDIVIDUAL_TEAM_DECIDERS)[number];

/** The words that may stand beside a step, and whether one must. */
export interface StepDetail {
  readonly words: readonly string[];
  readonly isNeeded: boolean;
}

const DETAILS: Partial<Record<ProcessStepKind, StepDetail>> = {
  upptackarkort: { words: UPPTACKARKORT_VAGAR, isNeeded: true },
  beslut: { words: BESLUT_OUTCOMES, isNeeded: true },
  individuellt_barnteam: { words: INDIVIDUAL_TEAM_DECIDERS, isNeeded: false },
  avslutat_annat: { words: CLOSING_REASONS.filter((reason) => reason !== "behov_uppfyllt"), isNeeded: false },
};

const NO_DETAIL: StepDetail = { words: [], isNeeded: false };

/** The väg of a card, the outcome of a Beslut, who decided, why it was closed; other steps say nothing more. */
export function stepDetail(kind: ProcessStepKind): StepDetail {
  return DETAILS[kind] ?? NO_DETAIL;
}

/** The step that closing a child is. */
export function closingStep(reason: ClosingReason): {
  readonly kind: "behov_uppfyllt" | "avslutat_annat";
  readonly detail: ClosingReason | null;
} {
  return reason === "behov_uppfyllt"
    ? { kind: "behov_uppfyllt", detail: null }
    : { kind: "avslutat_annat", detail: reason };
}

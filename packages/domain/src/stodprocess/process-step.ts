/** What is recorded as having happened to a child in the process; uptake statistics count these (domain B). */
export const PROCESS_STEP_KINDS = [
  "upptackarkort",
  "barnkontakt_svar",
  "barnsamtal",
  "beslut",
  "barnteam",
  "uppfoljningssamtal",
  "individuellt_barnteam",
  "barnets_plan",
  "behov_uppfyllt",
  "avslutat_annat",
] as const;

export type ProcessStepKind = (typeof PROCESS_STEP_KINDS)[number];

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

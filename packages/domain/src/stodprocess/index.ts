export {
  BESLUT_OUTCOMES,
  type BeslutOutcome,
  INDIVIDUAL_TEAM_DECIDERS,
  type IndividualTeamDecider,
  PROCESS_STEP_KINDS,
  type ProcessStepKind,
  UPPTACKARKORT_VAGAR,
  type UpptackarkortVag,
} from "./process-step.ts";
export { STODPROCESS_STEPS, type StodprocessStep, stepName } from "./step.ts";

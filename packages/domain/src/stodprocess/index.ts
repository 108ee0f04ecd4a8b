export { ageGroupAtEvent } from "./age-group-at-event.ts";
export { COUNT_FORMS, COUNT_KINDS, type CountKind } from "./count-files.ts";
export {
  isProcessStepKind,
  PROCESS_STEP_KINDS,
  type ProcessStepKind,
  processStepName,
} from "./process-step.ts";
export { type FileCount, listCountColumns, readCounts } from "./read-counts.ts";
export {
  type FileStep,
  listStepChildren,
  readSteps,
  STEP_COLUMNS,
  type StepFileWords,
} from "./read-steps.ts";
export { STODPROCESS_STEPS, type StodprocessStep, stepName } from "./step.ts";
export {
  BESLUT_OUTCOMES,
  type BeslutOutcome,
  closingStep,
  INDIVIDUAL_TEAM_DECIDERS,
  type IndividualTeamDecider,
  type StepDetail,
  stepDetail,
  UPPTACKARKORT_VAGAR,
  type UpptackarkortVag,
} from "./step-detail.ts";

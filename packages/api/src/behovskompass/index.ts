export type { Draft } from "./draft.ts";
export type { DraftContent } from "./draft-content.ts";
export type { AssessmentForm, Revision } from "./get-assessment.ts";
export { type Chart, type CommentView, getChart, type Round, type RoundAssessment } from "./get-chart.ts";
export type { FormStatement, KnownStatement } from "./list-form-statements.ts";
export type { FollowUpChoices, OpenRound } from "./list-rounds.ts";
export { behovskompassRouter, FILE_MINUTES } from "./router.ts";

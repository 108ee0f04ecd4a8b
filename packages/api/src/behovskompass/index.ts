export type { Draft, FormStatement } from "./draft.ts";
export type { DraftContent } from "./draft-content.ts";
export type { Chart, CommentView, LifeEventView, Round, RoundAssessment, SupportView } from "./get-chart.ts";
export { behovskompassRouter } from "./router.ts";

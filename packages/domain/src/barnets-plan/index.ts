export { GOAL_KINDS, type Goal, type GoalKind } from "./goal.ts";
export { PLAN_SECTIONS, type PlanSection } from "./section.ts";
export { SUPPORT_KINDS, SUPPORT_STATUSES, type SupportKind, type SupportStatus } from "./support.ts";
export { supportKindText, supportStatusText } from "./support-text.ts";

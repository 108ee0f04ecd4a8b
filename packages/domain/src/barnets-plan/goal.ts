import type { Area } from "../behovskompass/index.ts";
import type { LocalDate } from "../shared/index.ts";

/** mal: long-term, the child's own. delmal: what the child wants to happen soon. */
export const GOAL_KINDS = ["mal", "delmal"] as const;

export type GoalKind = (typeof GOAL_KINDS)[number];

/** Written so that the child understands it. */
export type Goal = {
  readonly kind: GoalKind;
  readonly area: Area | null;
  readonly text: string;
  readonly setOn: LocalDate;
  readonly reachedOn: LocalDate | null;
};

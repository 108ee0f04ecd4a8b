import type { IconName } from "./icons.ts";

/**
 * The five ways a comparison can look, in the order they are listed. The word always comes from the caller:
 * "some" and "clear" share a tone and differ in words.
 */
const stateTones = ["decline", "unchanged", "improvement", "maintained", "not-comparable"] as const;
export type StateTone = (typeof stateTones)[number];

export const stateLooks: Record<StateTone, { icon: IconName; textClass: string }> = {
  improvement: { icon: "arrow-up", textClass: "text-improvement" },
  maintained: { icon: "level", textClass: "text-maintained" },
  unchanged: { icon: "pause", textClass: "text-unchanged" },
  decline: { icon: "arrow-down", textClass: "text-decline" },
  "not-comparable": { icon: "dash", textClass: "text-not-comparable" },
};

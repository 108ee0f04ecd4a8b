import { type Comparison, type Label, labelText } from "@kompassen/domain/follow-up";
import type { Language } from "@kompassen/domain/shared";
import type { State } from "#lib/charts/types.ts";

const TONES: Record<Label, State["tone"]> = {
  clear_improvement: "improvement",
  some_improvement: "improvement",
  maintained: "maintained",
  unchanged: "unchanged",
  some_decline: "decline",
  clear_decline: "decline",
  not_comparable: "not-comparable",
};

export function stateOf({ label }: Comparison, language: Language): State {
  return { tone: TONES[label], text: labelText(label, language) };
}

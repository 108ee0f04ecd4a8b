export type { Assessment, ChildHistory, ThoughtsByCompass } from "./child-history.ts";
export { compareChild, type Series } from "./compare-child.ts";
export { compareSeries } from "./compare-series.ts";
export {
  COMPARABLE_LABELS,
  type CommonStatement,
  type Comparable,
  type ComparableLabel,
  type ComparedCompass,
  type Comparison,
  type ConcernBasis,
  FLAGS,
  type Flag,
  isComparable,
  type Label,
  type NotComparable,
  REASONS,
  type Reason,
  type ScoredCompass,
  SIGNALS,
  type Signal,
} from "./comparison.ts";
export { type Concern, deriveConcern } from "./derive-concern.ts";
export { derivePrompts, type Prompt } from "./derive-prompts.ts";
export {
  type EquivalenceIndex,
  indexEquivalences,
  NO_EQUIVALENCES,
} from "./equivalences.ts";
export {
  type Explanation,
  type ExplanationOptions,
  explainComparison,
  explanationText,
} from "./explain-comparison.ts";
export { explainPrompt } from "./explain-prompt.ts";
export { type Divergence, findDivergences, type RatedScore } from "./find-divergences.ts";
export {
  type FollowUpPlan,
  type FollowUpStatus,
  followUpStatus,
  suggestFollowUpDate,
} from "./follow-up-date.ts";
export { listSeries, type RatedSeries } from "./list-series.ts";
export { placementText } from "./placement-text.ts";
export { destinationOf, type Placement, placeSignal, raiseSignals } from "./raise-signals.ts";
export {
  type Decision,
  type Destination,
  type MeetingKind,
  type RaisedBy,
  type RaisedSignal,
  type ResponsibleRole,
  SIGNAL_STATES,
  type SignalLife,
  type SignalMeeting,
  type SignalState,
} from "./raised-signal.ts";
export { DEFAULT_RULES, type RuleSet } from "./rule-set.ts";
export { NO_THOUGHTS, type SeriesEntry, type SeriesKey, type Thoughts } from "./series-entry.ts";
export {
  type Actor,
  decideSignal,
  isLate,
  isOpen,
  NEW_SIGNAL,
  putOnAgenda,
  type SignalFault,
  seeSignal,
  supersedeSignal,
  takeOffAgenda,
} from "./signal-life.ts";
export { type ChildSummary, type Directions, summarizeChild } from "./summarize-child.ts";
export { summaryText } from "./summary-text.ts";
export {
  CONCERN_QUESTION,
  flagText,
  followUpStatusText,
  labelText,
  reasonText,
  signalText,
} from "./words.ts";

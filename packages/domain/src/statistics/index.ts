export { type ChildCount, countChildren } from "./count-children.ts";
export type { CountedChild, CountedGroup, RatedArea } from "./counted-child.ts";
export { CHANGE_GROUPS, type ChangeGroup, type LastChange, lastChanges } from "./last-changes.ts";
export { type LastRating, lastRatings } from "./last-ratings.ts";
export { daysUntil, listWaits, type Wait } from "./lead-time.ts";
export {
  LEAD_TIME_FIGURES,
  LEAD_TIMES,
  type LeadTime,
  type LeadTimeFigure,
  leadTimeFigureName,
  leadTimeKey,
  leadTimeName,
} from "./lead-time-metrics.ts";
export { METRIC_RULES, type Metric, type MetricRule, metricRuleText } from "./metric.ts";
export { METRICS, type MetricKey, metricOf } from "./metrics.ts";
export { type CellPair, pairCells } from "./pair-cells.ts";
export {
  isLasar,
  isQuarter,
  isYear,
  type Lasar,
  lasarOf,
  lasarOfQuarter,
  latestEndedQuarters,
  nextQuarter,
  previousQuarter,
  type Quarter,
  quarter,
  quarterOf,
  quartersOfLasar,
  quartersOfYear,
  type Span,
  spanOfLasar,
  spanOfQuarter,
  type Year,
  yearOf,
} from "./period.ts";
export { buildPlaces, NO_OMRADE, type PlaceInput } from "./place-hierarchy.ts";
export {
  ALL_AGES,
  NO_UNIT,
  PLACE_LEVELS,
  type PlaceLevel,
  RELEASE_TABLES,
  type ReleaseCell,
  type ReleaseHead,
  type ReleasePlace,
  type ReleaseTable,
  type StatisticsCell,
  type StatisticsRelease,
  WITHHELD_REASONS,
  type WithheldReason,
  type WithheldTable,
} from "./release.ts";
export { COUNTED_STEPS, type CountedStep, STEP_DETAILS, type StepEvent } from "./step-event.ts";

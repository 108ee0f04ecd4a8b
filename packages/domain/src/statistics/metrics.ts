import { AREA_METRICS, type AreaMetricKey } from "./area-metrics.ts";
import { LEAD_TIME_METRICS, type LeadTimeMetricKey } from "./lead-time-metrics.ts";
import type { Metric } from "./metric.ts";
import { STEP_METRICS, type StepMetricKey } from "./step-metrics.ts";
import { TRAINING_METRICS, type TrainingMetricKey } from "./training-metrics.ts";
import { VISIT_METRICS, type VisitMetricKey } from "./visit-metrics.ts";

export type MetricKey =
  | StepMetricKey
  | VisitMetricKey
  | TrainingMetricKey
  | AreaMetricKey
  | LeadTimeMetricKey;

/** Every number a release may hold, by its key. */
export const METRICS: ReadonlyMap<string, Metric> = new Map<string, Metric>([
  ...Object.entries(STEP_METRICS),
  ...Object.entries(VISIT_METRICS),
  ...Object.entries(TRAINING_METRICS),
  ...Object.entries(AREA_METRICS),
  ...LEAD_TIME_METRICS,
]);

/** @throws RangeError when no metric has the key. */
export function metricOf(key: string): Metric {
  const metric = METRICS.get(key);
  if (metric === undefined) throw new RangeError(`no such metric: ${key}`);
  return metric;
}

import type { Language } from "@kompassen/domain/shared";
import { type Metric, type MetricRule, metricRuleText } from "@kompassen/domain/statistics";

/** What a number means, beside the number. */
export interface MetricDefinition {
  readonly name: string;
  readonly definition: string;
  readonly counted: string;
  readonly measure: string;
  readonly rule: string;
}

/** Names that share a definition stand together: the lead times have one for each figure. */
export function listDefinitions(metrics: readonly Metric[], language: Language): MetricDefinition[] {
  const byText = new Map<string, MetricDefinition>();
  for (const metric of metrics) {
    const definition = metric.definition[language];
    if (byText.has(definition)) continue;
    byText.set(definition, {
      name: nameOf(metric, metric.rule, language),
      definition,
      counted: metric.counted[language],
      measure: metric.measure[language],
      rule: metricRuleText(metric.rule, language),
    });
  }
  return [...byText.values()];
}

function nameOf({ name }: Metric, rule: MetricRule, language: Language): string {
  return rule === "waiting" ? capitalize(name[language].replace(/^.*, /, "")) : name[language];
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

import { expect, it } from "vitest";
import { metricRuleText } from "./metric.ts";
import { METRICS, metricOf } from "./metrics.ts";

it("says of every number what it means, what is counted and by which rule, in both languages", () => {
  for (const [key, metric] of METRICS) {
    const texts = [metric.name, metric.definition, metric.measure, metric.counted];
    for (const text of texts) {
      expect(text.sv.length, key).toBeGreaterThan(0);
      expect(text.en.length, key).toBeGreaterThan(0);
    }
    expect(metricRuleText(metric.rule, "sv").length, key).toBeGreaterThan(0);
  }
});

it("names every number once", () => {
  const names = [...METRICS.values()].map((metric) => metric.name.sv);
  expect(new Set(names).size).toBe(names.length);
});

it("publishes steps that need an earlier one for the kommun only", () => {
  const deep = ["barnteam", "uppfoljningssamtal", "individuellt_barnteam", "barnets_plan", "behov_uppfyllt"];
  expect(deep.map((key) => metricOf(key).finest)).toEqual(deep.map(() => "kommun"));
  expect(() => metricOf("poang")).toThrow("no such metric: poang");
});

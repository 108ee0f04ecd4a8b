import { AREAS, RATER_KINDS } from "../behovskompass/index.ts";
import { BARNTEAM_AGE_GROUPS } from "../people/index.ts";
import { ALL_AGES, METRICS, metricRuleText, PLACE_LEVELS, RELEASE_TABLES } from "../statistics/index.ts";
import { type CsvValue, csvText, TIDY_DIALECT } from "./csv-text.ts";
import {
  ageGroupLabel,
  areaLabel,
  type CellStatus,
  LEVEL_NAMES,
  raterLabel,
  STATUS_NAMES,
  TABLE_NAMES,
} from "./labels.ts";

export const CODEBOOK_HEADS = [
  "column",
  "code",
  "name_sv",
  "name_en",
  "table",
  "finest_level",
  "definition_sv",
  "definition_en",
  "measure_sv",
  "measure_en",
  "counted_sv",
  "counted_en",
  "rule_sv",
  "rule_en",
];

export const STATUSES: readonly CellStatus[] = ["published", "band", "protected", "not_applicable"];

interface Code {
  readonly code: string;
  readonly sv: string;
  readonly en: string;
}

/** The codes a column of the cells may hold, with their words. */
export const CODE_LISTS: ReadonlyMap<string, readonly Code[]> = new Map([
  ["table", RELEASE_TABLES.map((code) => ({ code, ...TABLE_NAMES[code] }))],
  ["metric", [...METRICS].map(([code, { name }]) => ({ code, ...name }))],
  ["place_level", PLACE_LEVELS.map((code) => ({ code, ...LEVEL_NAMES[code] }))],
  ["age_group", [ALL_AGES, ...BARNTEAM_AGE_GROUPS].map((code) => codeWith(code, ageGroupLabel))],
  ["area", AREAS.map((code) => codeWith(code, areaLabel))],
  ["rater", RATER_KINDS.map((code) => codeWith(code, raterLabel))],
  ["status", STATUSES.map((code) => ({ code, ...STATUS_NAMES[code] }))],
]);

function codeWith(code: string, label: (code: string, language: "sv" | "en") => string): Code {
  return { code, sv: label(code, "sv"), en: label(code, "en") };
}

/** Every metric with its definition, and every code with its words; the same for every release of a version. */
export function codebookCsv(): string {
  const metrics = [...METRICS].map(([key, metric]): CsvValue[] => [
    "metric",
    key,
    metric.name.sv,
    metric.name.en,
    metric.table,
    metric.finest,
    metric.definition.sv,
    metric.definition.en,
    metric.measure.sv,
    metric.measure.en,
    metric.counted.sv,
    metric.counted.en,
    metricRuleText(metric.rule, "sv"),
    metricRuleText(metric.rule, "en"),
  ]);
  const codes = [...CODE_LISTS]
    .filter(([column]) => column !== "metric")
    .flatMap(([column, list]) =>
      list.map(({ code, sv, en }): CsvValue[] => [
        column,
        code,
        sv,
        en,
        ...CODEBOOK_HEADS.slice(4).map(() => null),
      ]),
    );
  return csvText([CODEBOOK_HEADS, ...metrics, ...codes], TIDY_DIALECT);
}

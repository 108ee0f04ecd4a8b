/** What may be expected of an input, in English; each program may say it in its own language. */
export const EXPECTATIONS = {
  whole_number: "a whole number from 0",
  decimal: "a number with a decimal point",
  nothing: "nothing, since count is 0",
  between: "between {low} and {high}",
  columns: "the columns {names}",
  finest_code: "a code of the level {level}, not a sum of them",
  known_code: "a code of the level {level}, from the lattice",
  once_row: "once, but row {row} has it",
  once_release: "once, but {release} has it",
  each_once: "each one once",
  at_most: "at most the population, {population}",
  as_published: "{value}, as published: a released period never changes",
  as_counted: "{value} for {codes}: a released period never changes",
  as_before: "{value}, as in an earlier release",
  kept_code: "a code of an earlier release, which must stay",
  whole_period: "{value} parts, as when it was released",
  one_of: "one of {names}",
  levels: "at most the levels {names}",
  parent: "a parent that is listed, and no circle",
  some_code: "at least one code of the level {level}",
  dimension: "one named {name}",
  schema: "{message}",
  certificate: "a certificate of this program: {message}",
  earlier_release: "its release among the earlier ones: its rows bind this one too",
  period: "a period of the lattice",
  new_period: "a period that was not released before",
  published_level: "a period of a level with a published table: {names}",
  parts_of_period: "a period with finer periods in the lattice",
  whole_year: "all its periods: {missing} is neither released, named nor counted (0 is a count)",
  some_period: "at least one period",
  file: "a file that exists",
  json: "JSON",
  csv: "comma-separated values",
  header: "a header row",
  fields: "{count} fields, as in the header",
  published_row: "published with a value, band with a band, protected or not_applicable with neither",
  own_folder: "a folder of its own, not that of an earlier release",
  empty_folder: "a folder without a release: a release is never written over",
} as const;

export type Rule = keyof typeof EXPECTATIONS;

export interface Expectation {
  readonly rule: Rule;
  readonly details: Readonly<Record<string, string>>;
}

export function expectation(rule: Rule, details: Expectation["details"] = {}): Expectation {
  return { rule, details };
}

/** The expectation as a sentence, in the language of `words`. */
export function expectationText(
  { rule, details }: Expectation,
  words: Readonly<Record<Rule, string>> = EXPECTATIONS,
): string {
  return words[rule].replace(/\{(\w+)\}/g, (place, name: string) => details[name] ?? place);
}

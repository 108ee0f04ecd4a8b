import type { LocalDate } from "./local-date.ts";

/** What was expected in a cell, as data: `expectationText` says it in words. */
export type Expectation =
  | { readonly code: "column" }
  | { readonly code: "column_once" }
  | { readonly code: "cell_count"; readonly count: number }
  | { readonly code: "one_of"; readonly options: readonly string[] }
  | { readonly code: "filled" }
  | { readonly code: "date" }
  | { readonly code: "not_after"; readonly date: LocalDate }
  | { readonly code: "not_before"; readonly date: LocalDate }
  | { readonly code: "rater" }
  | { readonly code: "value" }
  | { readonly code: "target" }
  | { readonly code: "statement_key" }
  | { readonly code: "no_statement" }
  | { readonly code: "known_version"; readonly versions: readonly string[] }
  | { readonly code: "known_statement"; readonly version: string; readonly area: string }
  | { readonly code: "at_most_characters"; readonly count: number }
  | { readonly code: "only_once" }
  | { readonly code: "same_as_row"; readonly row: number; readonly value: string }
  | { readonly code: "one_assessment_a_day"; readonly row: number; readonly compassId: string }
  | { readonly code: "one_to_one"; readonly row: number }
  | { readonly code: "another_version" }
  | { readonly code: "known_unit" }
  | { readonly code: "known_responsible" }
  | { readonly code: "oneself" }
  | { readonly code: "in_children_file" }
  | { readonly code: "at_most_decimals"; readonly count: number }
  | { readonly code: "one_version" }
  | { readonly code: "stored_child" }
  | { readonly code: "stored_assessment" }
  | { readonly code: "no_stored_assessment_that_day" }
  | { readonly code: "no_open_form" }
  | { readonly code: "known_child" }
  | { readonly code: "stored_step" }
  | { readonly code: "stored_count" }
  | { readonly code: "unique_id" }
  | { readonly code: "one_row_each" }
  | { readonly code: "quarter"; readonly latest: string; readonly mayBeEmpty: boolean }
  | { readonly code: "whole_number"; readonly most: number }
  | { readonly code: "text" }
  | { readonly code: "utf8" }
  | { readonly code: "whole_line" }
  | { readonly code: "closed_quote" };

/** One thing wrong in a file. Row 1 is the header; column is null when the whole row is meant. */
export type FileFault = {
  readonly row: number;
  readonly column: string | null;
  readonly value: string;
  readonly expected: Expectation;
};

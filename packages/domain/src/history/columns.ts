/** The columns of a history file, in the order they are written. Read in any order. */
export const HISTORY_COLUMNS = [
  "child_id",
  "compass_id",
  "assessed_on",
  "registered_on",
  "rater",
  "instrument",
  "instrument_version",
  "age_form",
  "area",
  "statement",
  "value",
  "concern",
  "target",
] as const;

export type HistoryColumn = (typeof HISTORY_COLUMNS)[number];

export const EQUIVALENCE_COLUMNS = [
  "instrument",
  "from_version",
  "to_version",
  "from_statement",
  "to_statement",
] as const;

/** The columns of what `compare` prints. */
export const COMPARISON_COLUMNS = [
  "child_id",
  "rater",
  "area",
  "compass_id",
  "previous_compass_id",
  "label",
  "reason",
  "delta",
  "score",
  "common_statements",
  "concern",
  "concern_basis",
  "flags",
  "signals",
] as const;

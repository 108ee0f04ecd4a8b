/** The columns of a children file, in any order. `unit_code`, `responsible` and the last may be empty. */
export const CHILDREN_COLUMNS = [
  "child_id",
  "given_name",
  "family_name",
  "birth_date",
  "unit_code",
  "responsible",
  "protected_identity",
] as const;

export type ChildrenColumn = (typeof CHILDREN_COLUMNS)[number];

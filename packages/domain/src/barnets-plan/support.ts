/** Status of a support as the plan shows it to the child. */
export const SUPPORT_STATUSES = ["ska_sattas_in", "pagaende", "klart"] as const;

export type SupportStatus = (typeof SUPPORT_STATUSES)[number];

/** Kinds that the sources give as examples, and "annat". */
export const SUPPORT_KINDS = [
  "extra_hembesok",
  "extra_telefonsamtal",
  "anvandarresa",
  "hamtning_lamning",
  "resursperson",
  "annat",
] as const;

export type SupportKind = (typeof SUPPORT_KINDS)[number];

/** Kinds of places in the model; an enhet is a place, a verksamhet a kind of service. */
export const UNIT_KINDS = [
  "mvc",
  "bvc",
  "forskola",
  "grundskola",
  "elevhalsa",
  "socialtjanst",
  "forsta_linjen",
  "bup",
  "polis",
  "annan",
] as const;

export type UnitKind = (typeof UNIT_KINDS)[number];

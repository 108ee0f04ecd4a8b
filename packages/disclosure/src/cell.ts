/**
 * What may be said about one cell. A protected cell has no field a number could hide in; whether it was
 * hidden for its own sake or for another's is not said either.
 */
export type Cell =
  | { readonly status: "published"; readonly value: number; readonly n?: number }
  | { readonly status: "band"; readonly band: string }
  | { readonly status: "protected" }
  | { readonly status: "not_applicable" };

/** A cell with its address: one code per dimension, in the order of the lattice's dimensions. */
export interface ReleasedCell {
  readonly codes: readonly string[];
  readonly cell: Cell;
}

/** A release as the public got it. It is never changed afterwards. */
export interface Release {
  /** What faults call it, for example the folder it was read from. */
  readonly name: string;
  readonly cells: readonly ReleasedCell[];
}

/** All that is needed to check a certificate. `value` is null where a cell was released without a number. */
export interface Claim {
  readonly values: ArrayLike<number>;
  readonly ceilings: readonly (number | null)[];
  readonly unitOf: readonly (number | null)[];
  readonly nameOf: (atom: number) => string;
  readonly released: readonly { readonly atoms: readonly number[]; readonly value: number | null }[];
  readonly k: number;
  readonly insiders: number;
  /** Each world as the counts that differ from the true ones, by atom. */
  readonly worlds: readonly ReadonlyMap<number, number>[];
}

/**
 * A set of atoms and what is said about its sum. Cells with the same atoms (the only unit of an område, and
 * the område) are one row, since one gives away the other.
 *
 * - `exact`: published earlier; every possible world has this sum.
 * - `open`: of this release; published unless some atom needs it hidden.
 * - `closed`: never published: hidden by a primary rule, or hidden by an earlier release.
 */
export interface Row {
  readonly id: number;
  readonly role: "exact" | "open" | "closed";
  readonly atoms: readonly number[];
  readonly value: number;
  /** How far the sum can be from its true value without anything published being different (rounding). */
  readonly give: { readonly up: number; readonly down: number };
  readonly weight: number;
  /** A fraction that breaks ties between rows of the same weight. */
  readonly tie: number;
}

export function rowsByAtom(rows: readonly Row[]): ReadonlyMap<number, readonly Row[]> {
  const byAtom = new Map<number, Row[]>();
  for (const row of rows) {
    for (const atom of row.atoms) {
      const list = byAtom.get(atom);
      if (list === undefined) byAtom.set(atom, [row]);
      else list.push(row);
    }
  }
  return byAtom;
}

import type { PublicCell } from "./public-view.ts";

/** Atoms tied together by published sums, with those sums: what one question is about. */
export interface TiedPart {
  readonly atoms: readonly number[];
  readonly sums: readonly PublicCell[];
}

export function tiedParts(atoms: readonly number[], published: readonly PublicCell[]): TiedPart[] {
  const group = new Map(atoms.map((atom) => [atom, atom]));
  const find = (atom: number): number => {
    const up = group.get(atom);
    if (up === undefined || up === atom) return atom;
    const root = find(up);
    group.set(atom, root);
    return root;
  };
  for (const { atoms: inside } of published) {
    const [first, ...rest] = inside;
    if (first !== undefined) for (const atom of rest) group.set(find(atom), find(first));
  }
  const parts = new Map<number, { atoms: number[]; sums: PublicCell[] }>();
  for (const atom of atoms) {
    const root = find(atom);
    const part = parts.get(root) ?? { atoms: [], sums: [] };
    part.atoms.push(atom);
    parts.set(root, part);
  }
  for (const cell of published) {
    const [first] = cell.atoms;
    if (first !== undefined) parts.get(find(first))?.sums.push(cell);
  }
  return [...parts.values()];
}

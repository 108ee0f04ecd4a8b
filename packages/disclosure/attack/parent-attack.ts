import type { Solver } from "../src/index.ts";
import { AttackerModel } from "./attacker-model.ts";
import type { PublicView } from "./public-view.ts";
import { tiedParts } from "./tied-parts.ts";

/**
 * A8: a parent knows that their own child is counted in one atom, which so cannot be empty. Asked of every small
 * count and every other atom of the same unit with a child in it; the worlds at hand answer first, a solver where
 * they do not. (Of children in other units the staff of that unit know more: that attack covers them.)
 */
export function attackAsParent(
  solver: Solver,
  view: PublicView,
  values: readonly number[],
  worlds: readonly ReadonlyMap<number, number>[],
  { k, unitPosition }: { readonly k: number; readonly unitPosition: number },
): { readonly tried: number; readonly disclosed: number } {
  const covered = [...new Set(view.cells.flatMap((cell) => cell.atoms))];
  const published = view.cells.filter((cell) => cell.status === "published");
  const unitOf = (atom: number) => view.atoms[atom]?.split("\t")[unitPosition];
  const inAtom = (atom: number) => values[atom] ?? 0;
  let tried = 0;
  let disclosed = 0;
  for (const part of tiedParts(covered, published)) {
    const inhabited = part.atoms.filter((atom) => inAtom(atom) > 0);
    const model = new AttackerModel(solver, part, values);
    for (const atom of inhabited.filter((one) => inAtom(one) < k)) {
      const wanted = inAtom(atom) + k - 1;
      const high = worlds.filter((world) => (world.get(atom) ?? inAtom(atom)) >= wanted);
      for (const child of inhabited) {
        if (child === atom || unitOf(child) !== unitOf(atom)) continue;
        tried += 1;
        if (high.some((world) => (world.get(child) ?? inAtom(child)) > 0)) continue;
        if (model.raise(atom, k - 1, () => false, child) === null) disclosed += 1;
      }
    }
    model.close();
  }
  return { tried, disclosed };
}

import type { Solver } from "../src/index.ts";
import { AttackerModel } from "./attacker-model.ts";
import { randomFrom } from "./municipality.ts";
import type { PublicView } from "./public-view.ts";
import { tiedParts } from "./tied-parts.ts";

/**
 * A3's control, with a solver: how many of `count` random unions of one to four atoms, with fewer than k children
 * in all, are proven to hold fewer than k by what is published.
 */
export function provenUnions(
  solver: Solver,
  view: PublicView,
  values: readonly number[],
  options: { readonly k: number; readonly count: number; readonly seed: number },
): number {
  const random = randomFrom(options.seed);
  const covered = [...new Set(view.cells.flatMap((cell) => cell.atoms))];
  const published = view.cells.filter((cell) => cell.status === "published");
  const parts = tiedParts(covered, published).map((part) => ({
    atoms: new Set(part.atoms),
    model: new AttackerModel(solver, part, values),
  }));
  const small = covered.filter((atom) => (values[atom] ?? 0) > 0 && (values[atom] ?? 0) < options.k);
  let proven = 0;
  for (let i = 0; i < options.count; i++) {
    const size = 1 + Math.floor(random() * 4);
    const pick = (atoms: readonly number[]) => atoms[Math.floor(random() * atoms.length)];
    const picked = Array.from({ length: size }, () => pick(random() < 0.5 ? small : covered));
    const union = [...new Set(picked)].filter((atom) => atom !== undefined);
    const total = union.reduce((sum, atom) => sum + (values[atom] ?? 0), 0);
    if (total === 0 || total >= options.k) continue;
    const more = parts.reduce((sum, { atoms, model }) => {
      const inside = union.filter((atom) => atoms.has(atom));
      return inside.length === 0 ? sum : sum + model.most(inside);
    }, 0);
    if (total + more < options.k - 1e-6) proven += 1;
  }
  for (const { model } of parts) model.close();
  return proven;
}

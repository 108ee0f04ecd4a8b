import type { PublicView } from "./public-view.ts";

/**
 * An attacker without a solver, for towns of a few atoms: it tries every whole number that fits the published
 * sums, atom by atom. Returns the highest count `atom` can have, at most `enough`, when the atoms in `known`
 * have their true values; -1 when nothing fits at all.
 */
export function highestPossible(
  view: PublicView,
  values: readonly number[],
  atom: number,
  known: ReadonlySet<number>,
  enough: number,
): number {
  const sums = view.cells
    .filter((cell) => cell.status === "published")
    .map((cell) => ({ atoms: new Set(cell.atoms), rest: Number(cell.text) }));
  // The atom asked about comes first, so that the search may stop at the first that fits.
  const order = [atom, ...[...view.atoms.keys()].filter((other) => other !== atom)];
  const last = sums.map(({ atoms }) => order.findLastIndex((other) => atoms.has(other)));
  const rests = sums.map(({ rest }) => rest);

  const fits = (depth: number): boolean => {
    const current = order[depth];
    if (current === undefined) return true;
    const inside = sums.flatMap((sum, i) => (sum.atoms.has(current) ? [i] : []));
    const isFree = inside.length === 0;
    const most = Math.min(...inside.map((i) => rests[i] ?? 0));
    const only = known.has(current) ? (values[current] ?? 0) : null;
    const closing = inside.filter((i) => last[i] === depth);
    const needed = closing.map((i) => rests[i] ?? 0);
    if (new Set(needed).size > 1) return false;
    const candidates =
      only !== null
        ? [only]
        : needed.length > 0
          ? needed
          : isFree
            ? [0]
            : Array.from({ length: most + 1 }, (_, i) => i);
    for (const value of candidates) {
      if (closing.some((i) => rests[i] !== value) || inside.some((i) => (rests[i] ?? 0) < value)) continue;
      for (const i of inside) rests[i] = (rests[i] ?? 0) - value;
      const found = fits(depth + 1);
      for (const i of inside) rests[i] = (rests[i] ?? 0) + value;
      if (found) return true;
    }
    return false;
  };

  const inside = sums.flatMap((sum, i) => (sum.atoms.has(atom) ? [i] : []));
  if (inside.length === 0) return known.has(atom) ? (values[atom] ?? 0) : enough;
  const top = Math.min(enough, ...inside.map((i) => rests[i] ?? 0));
  for (let value = top; value >= 0; value--) {
    if (known.has(atom) && value !== values[atom]) continue;
    for (const i of inside) rests[i] = (rests[i] ?? 0) - value;
    const isClosed = inside.every((i) => last[i] !== 0 || rests[i] === 0);
    const found = isClosed && fits(1);
    for (const i of inside) rests[i] = (rests[i] ?? 0) + value;
    if (found) return value;
  }
  return -1;
}

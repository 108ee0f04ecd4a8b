import type { PublicView } from "./public-view.ts";

/**
 * A11: the attacker knows the rules. A world in which some published cell would have had to be hidden cannot
 * be the real one. Returns how many of the worlds such a reader can rule out.
 */
export function worldsRuledOut(
  view: PublicView,
  values: readonly number[],
  worlds: readonly ReadonlyMap<number, number>[],
  k: number,
): number {
  const published = view.cells.filter((cell) => cell.status === "published");
  return worlds.filter((world) =>
    published.some((cell) => {
      const sum = cell.atoms.reduce((total, atom) => total + (world.get(atom) ?? values[atom] ?? 0), 0);
      return (sum > 0 && sum < k) || sum !== Number(cell.text);
    }),
  ).length;
}

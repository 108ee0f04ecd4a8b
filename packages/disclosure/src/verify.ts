import { at } from "./at.ts";
import type { Claim } from "./claim.ts";
import { insiderKnowledge } from "./insiders.ts";

/**
 * Checks by addition alone, with no solver, that every small count could be k - 1 higher, whoever's unit the
 * reader knows. Returns what is not proven, one sentence each; nothing when the certificate holds.
 */
export function verifyWorlds(claim: Claim): string[] {
  const { values, ceilings, unitOf, nameOf, released, k, insiders, worlds } = claim;
  const failures: string[] = [];
  const unitsIn = (atoms: Iterable<number>) => new Set([...atoms].map((atom) => at(unitOf, atom)));
  const sum = (atoms: readonly number[], world: ReadonlyMap<number, number>) =>
    atoms.reduce((total, atom) => total + (world.get(atom) ?? at(values, atom)), 0);
  const published = released.filter((cell) => cell.value !== null);
  const places = Map.groupBy(
    published.flatMap((cell) => cell.atoms.map((atom) => ({ atom, cell }))),
    (p) => p.atom,
  );
  for (const cell of published) {
    if (sum(cell.atoms, new Map()) !== cell.value) failures.push(`${cell.value} is not the sum of its atoms`);
  }
  worlds.forEach((world, w) => {
    for (const [atom, count] of world) {
      const isCount = Number.isInteger(count) && count >= 0 && count <= (at(ceilings, atom) ?? count);
      if (!isCount) failures.push(`world ${w} has ${count} in ${nameOf(atom)}`);
    }
    const near = new Set(
      [...world.keys()].flatMap((atom) => places.get(atom) ?? []).map((place) => place.cell),
    );
    const broken = [...near].filter(({ atoms, value }) => sum(atoms, world) !== value);
    failures.push(...broken.map(({ value }) => `world ${w} changes ${value}`));
  });
  const atoms = new Set(released.flatMap((cell) => cell.atoms));
  const changed = worlds.map((world) => ({ world, units: unitsIn(world.keys()) }));
  for (const atom of atoms) {
    const value = at(values, atom);
    const ceiling = at(ceilings, atom);
    const goal = ceiling === null ? value + k - 1 : Math.min(value + k - 1, ceiling);
    if (value === 0 || value >= k || value === goal) continue;
    const proofs = changed.filter(({ world }) => (world.get(atom) ?? value) >= goal);
    const others = [...unitsIn(atoms)]
      .filter((unit) => unit !== null)
      .filter((unit) => unit !== at(unitOf, atom));
    for (const { units } of insiderKnowledge(others, insiders)) {
      if (proofs.some((proof) => !units.some((unit) => proof.units.has(unit)))) continue;
      failures.push(`${nameOf(atom)} is not proven safe from insiders of unit ${units.join(" and ")}`);
    }
  }
  return failures;
}

import { randomFrom } from "./municipality.ts";
import type { PublicView } from "./public-view.ts";

/** Numbers of children found by adding and subtracting published numbers alone. */
export interface Found {
  readonly how: string;
  readonly value: number;
}

interface Known {
  readonly name: string;
  readonly atoms: ReadonlySet<number>;
  readonly value: number;
}

function knownCells(view: PublicView): Known[] {
  return view.cells
    .filter((cell) => cell.status === "published")
    .map((cell) => ({ name: cell.name, atoms: new Set(cell.atoms), value: Number(cell.text) }));
}

const isInside = (part: Known, whole: Known) => [...part.atoms].every((atom) => whole.atoms.has(atom));

/** A2 and A3: every published cell less every published cell inside it, and less all parts of one table. */
export function subtractPublished(view: PublicView, k: number): Found[] {
  const known = knownCells(view);
  const found: Found[] = [];
  const note = (how: string, value: number) => {
    if (value > 0 && value < k) found.push({ how, value });
  };
  for (const whole of known) {
    note(whole.name, whole.value);
    const inside = known.filter((part) => part.atoms.size < whole.atoms.size && isInside(part, whole));
    for (const part of inside) note(`${whole.name} less ${part.name}`, whole.value - part.value);
    // Parts that do not overlap, gathered greedily from the largest and from the smallest.
    for (const order of [inside.toSorted((a, b) => b.atoms.size - a.atoms.size), inside.toReversed()]) {
      const taken = new Set<number>();
      let rest = whole.value;
      for (const part of order) {
        if ([...part.atoms].some((atom) => taken.has(atom))) continue;
        for (const atom of part.atoms) taken.add(atom);
        rest -= part.value;
      }
      if (taken.size < whole.atoms.size) note(`${whole.name} less all its parts`, rest);
    }
  }
  return found;
}

/**
 * A3 and A4: random unions of atoms, over all periods. A union with fewer than k children is disclosed when
 * every one of the possible worlds at hand also has fewer than k in it.
 */
export function attackUnions(
  view: PublicView,
  values: readonly number[],
  worlds: readonly ReadonlyMap<number, number>[],
  options: { readonly k: number; readonly count: number; readonly seed: number },
): { readonly tried: number; readonly disclosed: number } {
  const random = randomFrom(options.seed);
  const covered = [...new Set(view.cells.flatMap((cell) => cell.atoms))];
  const inhabited = covered.filter((atom) => (values[atom] ?? 0) > 0 && (values[atom] ?? 0) < options.k);
  let tried = 0;
  let disclosed = 0;
  for (let i = 0; i < options.count; i++) {
    const union = new Set<number>();
    const size = 1 + Math.floor(random() * 4);
    for (let j = 0; j < size; j++) {
      const pick = random() < 0.5 ? inhabited : covered;
      const atom = pick[Math.floor(random() * pick.length)];
      if (atom !== undefined) union.add(atom);
    }
    const total = [...union].reduce((sum, atom) => sum + (values[atom] ?? 0), 0);
    if (total === 0 || total >= options.k) continue;
    tried += 1;
    const canBeMore = worlds.some((world) => {
      const sum = [...union].reduce((total, atom) => total + (world.get(atom) ?? values[atom] ?? 0), 0);
      return sum >= options.k;
    });
    if (!canBeMore) disclosed += 1;
  }
  return { tried, disclosed };
}

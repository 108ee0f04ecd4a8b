import type { Solver } from "../src/index.ts";
import { AttackerModel } from "./attacker-model.ts";
import type { PublicView } from "./public-view.ts";
import { type TiedPart, tiedParts } from "./tied-parts.ts";

/** A small count that an attacker can hold below what it must be able to be. */
export interface Disclosure {
  readonly atom: string;
  readonly value: number;
  /** The unit whose staff can do it; null when anybody can. */
  readonly knowing: string | null;
}

export interface AttackResult {
  readonly disclosures: readonly Disclosure[];
  readonly sensitive: number;
  readonly questions: number;
}

export interface AttackOptions {
  readonly k: number;
  /** The place of the unit among the codes of an atom; null to attack without inside knowledge. */
  readonly unitPosition: number | null;
}

/**
 * A1, A8 and A15: an attacker with a solver, all published rows, and perhaps the true numbers of one unit.
 * For each small count it looks for whole numbers that fit all it knows and have k - 1 more there; where there
 * are none, the count is disclosed.
 */
export function attackWithSolver(
  solver: Solver,
  view: PublicView,
  values: readonly number[],
  options: AttackOptions,
): AttackResult {
  const covered = [...new Set(view.cells.flatMap((cell) => cell.atoms))];
  const published = view.cells.filter((cell) => cell.status === "published");
  const results = tiedParts(covered, published).map((part) =>
    attackPart(solver, view, part, values, options),
  );
  return {
    disclosures: results.flatMap((result) => result.disclosures),
    sensitive: results.reduce((sum, result) => sum + result.sensitive, 0),
    questions: results.reduce((sum, result) => sum + result.questions, 0),
  };
}

function attackPart(
  solver: Solver,
  view: PublicView,
  part: TiedPart,
  values: readonly number[],
  { k, unitPosition }: AttackOptions,
): AttackResult {
  const unitOf = (atom: number) =>
    unitPosition === null ? undefined : view.atoms[atom]?.split("\t")[unitPosition];
  const small = part.atoms.filter((atom) => (values[atom] ?? 0) > 0 && (values[atom] ?? 0) < k);
  if (small.length === 0) return { disclosures: [], sensitive: 0, questions: 0 };
  const units = [...new Set(part.atoms.flatMap((atom) => unitOf(atom) ?? []))];
  const open = new Map<number, Set<string | null>>(
    small.map((atom) => [atom, new Set([null, ...units.filter((unit) => unit !== unitOf(atom))])]),
  );
  const disclosures: Disclosure[] = [];
  let questions = 0;
  const model = new AttackerModel(solver, part, values);
  for (const [atom, readers] of open) {
    while (readers.size > 0) {
      const [knowing = null] = readers;
      questions += 1;
      const changes = model.raise(atom, k - 1, (other) => knowing !== null && unitOf(other) === knowing);
      if (changes === null) {
        readers.delete(knowing);
        disclosures.push({ atom: view.atoms[atom] ?? "", value: values[atom] ?? 0, knowing });
        continue;
      }
      // The same numbers answer every other reader who knows none of the units they differ in.
      const moved = new Set([...changes.keys()].map(unitOf));
      for (const [other, change] of changes) {
        if (change < k - 1) continue;
        const others = open.get(other);
        for (const unit of others ?? []) if (unit === null || !moved.has(unit)) others?.delete(unit);
      }
    }
  }
  model.close();
  return { disclosures, sensitive: small.length, questions };
}

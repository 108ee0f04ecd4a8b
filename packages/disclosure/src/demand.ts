import { at } from "./at.ts";
import { EVERYBODY, insiderKnowledge, type Knowledge } from "./insiders.ts";
import type { Parameters } from "./parameters.ts";
import { highestSafeShare, isSmallCount, safeHeight } from "./primary.ts";

/** Something that must remain possible, and for whom. */
export interface Demand {
  readonly atoms: readonly number[];
  /** How far the sum must be able to move from the true one: up for a small count (P1), down for P3. */
  readonly change: number;
  /** Each needs a world of its own that it could take for the real one; one world may serve many. */
  readonly knowledge: readonly Knowledge[];
}

/** The public and the secret sides of a table, as far as demands depend on them. */
export interface DemandInput {
  readonly values: Int32Array;
  readonly ceilings: readonly (number | null)[];
  readonly unitOf: readonly (number | null)[];
  readonly parameters: Parameters;
  /** Every atom that is part of a released cell, shown or not. */
  readonly atoms: readonly number[];
  /** Cells hidden by P3, each with its known population. */
  readonly crowded: readonly { readonly atoms: readonly number[]; readonly population: number }[];
}

function uniqueUnits(atoms: readonly number[], unitOf: readonly (number | null)[]): number[] {
  return [...new Set(atoms.map((atom) => at(unitOf, atom)))].filter((unit) => unit !== null);
}

/**
 * P1: every small atom must be able to be k - 1 higher, also for the staff of any other unit (P7), and for
 * whoever knows one child elsewhere in its unit. P3: a crowded cell must be able to be less crowded.
 */
export function listDemands(input: DemandInput): Demand[] {
  const { values, ceilings, unitOf, parameters } = input;
  const count = parameters.insiders === null ? 0 : parameters.insiders.count;
  const units = uniqueUnits(input.atoms, unitOf);
  const others = new Map<number | null, readonly Knowledge[]>(
    units.map((own) => [
      own,
      insiderKnowledge(
        units.filter((unit) => unit !== own),
        count,
      ),
    ]),
  );
  const childrenOf = (unit: number) =>
    input.atoms.filter((atom) => at(unitOf, atom) === unit && at(values, atom) > 0);
  const siblings = new Map<number | null, readonly number[]>(units.map((unit) => [unit, childrenOf(unit)]));
  const demands: Demand[] = [];
  for (const atom of input.atoms) {
    const value = at(values, atom);
    const change = safeHeight(value, at(ceilings, atom), parameters.k) - value;
    if (!isSmallCount(value, parameters) || change <= 0) continue;
    const unit = at(unitOf, atom);
    const knowers = others.get(unit) ?? [EVERYBODY];
    const near = siblings.get(unit) ?? [];
    const children = near.filter((sibling) => sibling !== atom).map((child) => ({ units: [], child }));
    const knowledge = [...knowers, ...children];
    demands.push({ atoms: [atom], change, knowledge });
  }
  for (const { atoms, population } of input.crowded) {
    const value = atoms.reduce((sum, atom) => sum + at(values, atom), 0);
    const inside = uniqueUnits(atoms, unitOf);
    const outside = units.filter((unit) => !inside.includes(unit));
    const change = highestSafeShare(population, parameters) - value;
    if (change < 0) demands.push({ atoms, change, knowledge: insiderKnowledge(outside, count) });
  }
  return demands;
}

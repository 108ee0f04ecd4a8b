import type { Model } from "highs";
import type { Solver } from "../src/index.ts";
import type { TiedPart } from "./tied-parts.ts";

const FURTHEST = 1e5;

/**
 * The attacker's own model of one part: for each atom how much more and how much less than the true number,
 * with every published sum unchanged. Written apart from the library's, which it judges.
 */
export class AttackerModel {
  readonly #solver: Solver;
  readonly #model: Model;
  readonly #atoms: readonly number[];
  readonly #place: ReadonlyMap<number, number>;
  readonly #values: readonly number[];

  constructor(solver: Solver, part: TiedPart, values: readonly number[]) {
    this.#solver = solver;
    this.#atoms = part.atoms;
    this.#values = values;
    this.#place = new Map(part.atoms.map((atom, i) => [atom, i]));
    const count = part.atoms.length;
    this.#model = solver.highs.createModel();
    this.#model.options.set({ output_flag: false, time_limit: 60 });
    this.#model.addVars(new Array(count).fill(0), new Array(count).fill(FURTHEST));
    this.#model.addVars(
      new Array(count).fill(0),
      part.atoms.map((atom) => values[atom] ?? 0),
    );
    for (let column = 0; column < 2 * count; column++) this.#model.changeColCost(column, 1);
    for (const { atoms } of part.sums) {
      const places = atoms.flatMap((atom) => this.#place.get(atom) ?? []);
      const indices = [...places, ...places.map((place) => place + count)];
      const signs = [...places.map(() => 1), ...places.map(() => -1)];
      this.#model.addRow(0, 0, { indices, values: signs });
    }
  }

  /**
   * Changes to whole numbers that raise `atom` by at least `by` and leave `known` alone, with at least one child
   * left in `inhabited`; null when none exist.
   */
  raise(
    atom: number,
    by: number,
    known: (atom: number) => boolean,
    inhabited: number | null = null,
  ): Map<number, number> | null {
    const count = this.#atoms.length;
    const target = this.#place.get(atom);
    if (target === undefined || known(atom)) return null;
    const still = this.#atoms.flatMap((other, place) => (known(other) ? [place, place + count] : []));
    for (const column of still) this.#model.changeColBounds(column, 0, 0);
    const child = inhabited === null ? undefined : this.#place.get(inhabited);
    if (child !== undefined)
      this.#model.changeColBounds(child + count, 0, (this.#values[inhabited ?? -1] ?? 0) - 1);
    this.#model.changeColBounds(target, by, FURTHEST);
    this.#model.changeColBounds(target + count, 0, 0);
    const found = this.#run() ?? this.#runWhole();
    const freed = [target, child, ...this.#atoms.flatMap((other, place) => (known(other) ? [place] : []))];
    for (const place of freed) if (place !== undefined) this.#free(place);
    return found === "none" ? null : found;
  }

  /** How many more there can be in the atoms together at most, fractions allowed. */
  most(atoms: readonly number[]): number {
    const count = this.#atoms.length;
    const places = atoms.flatMap((atom) => this.#place.get(atom) ?? []);
    // The model minimizes: changes elsewhere are free, more in these atoms is worth as much as it is.
    const price = (column: number, cost: number) => this.#model.changeColCost(column, cost);
    for (let column = 0; column < 2 * count; column++) price(column, 0);
    for (const place of places) {
      price(place, -1);
      price(place + count, 1);
    }
    const { modelStatus } = this.#model.run();
    const isBounded = modelStatus === this.#solver.highs.constants.modelStatus.optimal;
    const most = isBounded ? -this.#model.getObjectiveValue() : FURTHEST;
    for (let column = 0; column < 2 * count; column++) price(column, 1);
    return most;
  }

  #free(place: number): void {
    this.#model.changeColBounds(place, 0, FURTHEST);
    const most = this.#values[this.#atoms[place] ?? -1] ?? 0;
    this.#model.changeColBounds(place + this.#atoms.length, 0, most);
  }

  #run(): Map<number, number> | "none" | null {
    const { modelStatus } = this.#model.run();
    if (modelStatus === this.#solver.highs.constants.modelStatus.infeasible) return "none";
    return this.#read();
  }

  #runWhole(): Map<number, number> | "none" {
    const count = 2 * this.#atoms.length;
    const columns = { kind: "range" as const, from: 0, to: count - 1 };
    this.#model.changeColsIntegrality(columns, new Int32Array(count).fill(1));
    this.#model.zeroAllClocks();
    this.#model.run();
    const found = this.#model.info.get("primal_solution_status") === 2 ? this.#read() : null;
    this.#model.clearIntegrality();
    return found ?? "none";
  }

  #read(): Map<number, number> | null {
    const { colValue } = this.#model.getSolution();
    const changes = new Map<number, number>();
    for (const [place, atom] of this.#atoms.entries()) {
      const change = (colValue[place] ?? 0) - (colValue[place + this.#atoms.length] ?? 0);
      if (Math.abs(change - Math.round(change)) > 1e-6) return null;
      if (Math.round(change) !== 0) changes.set(atom, Math.round(change));
    }
    return changes;
  }

  close(): void {
    this.#model.dispose();
  }
}

import type { Model } from "highs";
import { at } from "./at.ts";
import { type ColumnPlan, planColumns, type WorldSpace } from "./column-plan.ts";
import type { Component } from "./component.ts";
import type { Demand } from "./demand.ts";
import type { Knowledge } from "./insiders.ts";
import { type Row, rowsByAtom } from "./row.ts";
import { guarded, type Solver, SolverError } from "./solver.ts";
import { makeWorld, type World } from "./world.ts";

export interface FindLimits {
  /** Rows that may not move. */
  readonly shown: readonly Row[];
  /** An optional world is not worth the integer search: it is given up when the linear answer is not whole. */
  readonly isOptional: boolean;
}

// Moving an atom costs a little even when it is hidden: then worlds change few units, and one world serves
// many insiders. Small beside the lightest row (1).
const MOVE_COST = 0.02;
const WHOLE = 1e-6;
/** Sums of scores are kept to this step, well inside the tolerance worlds are checked with. */
const FINEST = 1e-8;
const MILP_SECONDS = 20;

/**
 * The possible worlds of one component as a linear model. An exact row cannot move, and moving a published
 * row costs its weight, so the cheapest world that meets a demand tells which rows to hide. Close it: the
 * solver's memory is not garbage collected.
 */
export class WorldModel {
  readonly #solver: Solver;
  readonly #model: Model;
  readonly #space: WorldSpace;
  readonly #rows: readonly Row[];
  readonly #rowsOfAtom: ReadonlyMap<number, readonly Row[]>;
  readonly #plan: ColumnPlan;

  constructor(solver: Solver, space: WorldSpace, component: Component) {
    this.#solver = solver;
    this.#space = space;
    this.#rows = component.rows;
    this.#rowsOfAtom = rowsByAtom(component.rows);
    this.#plan = planColumns(space, component);
    const { columnCount, upper, matrix } = this.#plan;
    const nothing = new Float64Array(matrix.numRows);
    const none = new Float64Array(columnCount);
    const shape = { numCols: columnCount, numRows: matrix.numRows, matrix };
    const bounds = { colCost: none, colLower: none, colUpper: upper, rowLower: nothing, rowUpper: nothing };
    this.#model = guarded("createModel", () => solver.highs.createModel({ ...shape, ...bounds }));
    const options = {
      output_flag: false,
      presolve: "off",
      simplex_scale_strategy: 0,
      simplex_strategy: 1,
      time_limit: MILP_SECONDS,
    };
    guarded("options", () => this.#model.options.set(options));
  }

  /** Sets which rows are hidden: moving them is free. */
  setHidden(state: { isHidden(row: Row): boolean }): void {
    const { atoms, columnCount } = this.#plan;
    if (columnCount === 0) return;
    const cost = new Float64Array(columnCount).fill(MOVE_COST, 0, 2 * atoms.length);
    for (const row of this.#rows) {
      const column = this.#columnOf(row.atoms);
      if (column === undefined || row.role !== "open" || state.isHidden(row)) continue;
      for (const side of [column, column + 1])
        cost[side] = at(cost, side) + row.weight * (1 + row.tie / 1000);
    }
    const all = { kind: "range" as const, from: 0, to: columnCount - 1 };
    guarded("changeColsCost", () => this.#model.changeColsCost(all, cost));
  }

  /**
   * The cheapest world that meets the demand and that the knower could take for the real one; null when
   * there is none.
   */
  find(demand: Demand, knowledge: Knowledge, { shown, isOptional }: FindLimits): World | null {
    const bounds = this.#boundsFor(demand, knowledge, shown);
    if (bounds === null) return null;
    this.#setBounds(bounds);
    try {
      const linear = this.#solve();
      if (linear === null) return null;
      const world = this.#read(linear) ?? this.#solveDoubled(demand);
      if (world !== null || isOptional) return world;
      this.#setBounds(bounds);
      return this.#solveWhole();
    } finally {
      this.#setBounds(
        new Map([...bounds.keys()].map((column) => [column, [0, at(this.#plan.upper, column)]])),
      );
    }
  }

  /** A linear answer that is not whole is mostly one of halves: asked for twice the change, it is whole. */
  #solveDoubled(demand: Demand): World | null {
    const column = this.#columnOf(demand.atoms);
    if (column === undefined || !this.#space.isWhole) return null;
    const forward = demand.change > 0 ? column : column + 1;
    const change = 2 * Math.abs(demand.change);
    const most = at(this.#plan.upper, forward);
    if (most < change) return null;
    this.#setBounds(new Map([[forward, [change, most]]]));
    const linear = this.#solve();
    return linear === null ? null : this.#read(linear);
  }

  close(): void {
    this.#model.dispose();
  }

  #columnOf(atoms: readonly number[]): number | undefined {
    const { columnOfAtom, columnOfSum } = this.#plan;
    const column = columnOfSum.get(atoms);
    return column === undefined && atoms.length === 1 ? columnOfAtom.get(at(atoms, 0)) : column;
  }

  /** Lower and upper bound per column that the question changes; null when it cannot be met. */
  #boundsFor(demand: Demand, knowledge: Knowledge, shown: readonly Row[]) {
    const { columnOfAtom, atomsOfUnit, upper } = this.#plan;
    const bounds = new Map<number, readonly [number, number]>();
    const keepStill = (column: number | undefined) => {
      if (column !== undefined) bounds.set(column, [0, 0]).set(column + 1, [0, 0]);
    };
    for (const row of shown) keepStill(this.#columnOf(row.atoms));
    for (const unit of knowledge.units) {
      for (const atom of atomsOfUnit.get(unit) ?? []) keepStill(columnOfAtom.get(atom));
    }
    if (knowledge.child !== null) {
      const column = columnOfAtom.get(knowledge.child);
      const known = at(this.#space.children, knowledge.child);
      if (column !== undefined && !bounds.has(column)) bounds.set(column + 1, [0, known - 1]);
    }
    const column = this.#columnOf(demand.atoms);
    if (column === undefined || bounds.has(column)) return null;
    const [forward, back] = demand.change > 0 ? [column, column + 1] : [column + 1, column];
    const least = Math.abs(demand.change);
    const most = at(upper, forward);
    return most < least ? null : bounds.set(forward, [least, most]).set(back, [0, 0]);
  }

  #setBounds(bounds: ReadonlyMap<number, readonly [number, number]>): void {
    const indices = [...bounds.keys()].sort((a, b) => a - b);
    const sides = indices.map((column) => bounds.get(column) ?? [0, 0]);
    const lower = sides.map(([low]) => low);
    const upper = sides.map(([, high]) => high);
    guarded("bounds", () => this.#model.changeColsBounds({ kind: "set", indices }, lower, upper));
  }

  #solve(): Float64Array | null {
    return guarded("run", () => {
      const { optimal, infeasible, unboundedOrInfeasible, timeLimit } =
        this.#solver.highs.constants.modelStatus;
      let modelStatus = this.#run();
      // Nothing here takes near the limit, which counts the time of the wall: the machine was asleep. Once more.
      if (modelStatus === timeLimit) modelStatus = this.#run();
      // No cost is below 0, so the answer is never unbounded.
      if (modelStatus === infeasible || modelStatus === unboundedOrInfeasible) return null;
      if (modelStatus !== optimal) throw new SolverError("run", new Error(`model status ${modelStatus}`));
      return this.#model.getSolution().colValue;
    });
  }

  #run(): number {
    // From the true world, not from the last one found: few rows are then out of place, the dual simplex
    // needs a tenth of the pivots, and the answer does not depend on what was asked before.
    this.#model.setBasis();
    this.#model.zeroAllClocks();
    return this.#model.run().modelStatus;
  }

  /** The same question in whole numbers, for at most 20 seconds; null when no answer was found. */
  #solveWhole(): World | null {
    const count = 2 * this.#plan.atoms.length;
    const columns = { kind: "range" as const, from: 0, to: count - 1 };
    const { variableType, solutionStatus } = this.#solver.highs.constants;
    return guarded("run whole", () => {
      const whole = new Int32Array(count).fill(variableType.integer);
      this.#model.changeColsIntegrality(columns, whole);
      this.#model.options.set({ presolve: "on" });
      try {
        this.#model.zeroAllClocks();
        this.#model.run();
        if (this.#model.info.get("primal_solution_status") !== solutionStatus.feasible) return null;
        return this.#read(this.#model.getSolution().colValue);
      } finally {
        this.#model.clearIntegrality();
        this.#model.options.set({ presolve: "off" });
      }
    });
  }

  /** The world a solution stands for; null when it is no world, because counts in it are not whole. */
  #read(columns: Float64Array): World | null {
    const changes = new Map<number, number>();
    for (const [i, atom] of this.#plan.atoms.entries()) {
      const change = at(columns, 2 * i) - at(columns, 2 * i + 1);
      const nearest = this.#space.isWhole ? Math.round(change) : Math.round(change / FINEST) * FINEST;
      if (Math.abs(change - nearest) > WHOLE) return null;
      if (nearest !== 0) changes.set(atom, nearest);
    }
    const world = makeWorld(changes, this.#space.unitOf, this.#rowsOfAtom);
    return [...world.moved].some((row) => row.role === "exact") ? null : world;
  }
}

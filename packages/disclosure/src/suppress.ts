import { at } from "./at.ts";
import type { WorldSpace } from "./column-plan.ts";
import type { Component } from "./component.ts";
import { DemandIndex } from "./coverage.ts";
import type { Demand } from "./demand.ts";
import { inKeyedOrder } from "./keyed-order.ts";
import type { Row } from "./row.ts";
import { dearestFirst, Search } from "./search.ts";
import type { SearchState } from "./search-state.ts";
import type { Solver } from "./solver.ts";
import type { World } from "./world.ts";
import { WorldModel } from "./world-model.ts";

/** Which open rows stay hidden, and the worlds that hiding them makes possible. */
export interface Suppression {
  readonly hidden: ReadonlySet<Row>;
  readonly worlds: readonly World[];
  /** What the worlds meet: the demands asked for, but for the knowledge counted in `openToParents`. */
  readonly demands: readonly Demand[];
  /** Demands that hold for every insider but not for whoever knows one child of the same unit. */
  readonly openToParents: number;
}

/** Hiding everything new would not be enough: earlier releases, or the population, already give it away. */
export class Unprotectable extends Error {
  readonly atoms: readonly number[];

  constructor(atoms: readonly number[]) {
    super("a count cannot be protected, not even by hiding all of this release");
    this.name = "Unprotectable";
    this.atoms = atoms;
  }
}

function withoutChildKnowledge(demand: Demand): Demand {
  return { ...demand, knowledge: demand.knowledge.filter((knowledge) => knowledge.child === null) };
}

interface SuppressInput {
  readonly solver: Solver;
  readonly space: WorldSpace;
  readonly component: Component;
  readonly key: string;
  /** Worlds of earlier certificates; those that still hold are used again. */
  readonly knownWorlds: readonly World[];
}

/** Hides what must be hidden in one component so that every demand is met. @throws Unprotectable */
export function suppress(input: SuppressInput): Suppression {
  const model = new WorldModel(input.solver, input.space, input.component);
  try {
    let demands = input.component.demands;
    let openToParents = 0;
    for (;;) {
      const search = new Search(model, new DemandIndex(demands, input.space.children), input.knownWorlds);
      const state = search.start();
      const order = inKeyedOrder(input.key, [...demands.keys()], (i) => at(demands, i).atoms.join(","));
      const unmet = search.cover(state, order);
      if (unmet === null) {
        const best = improve(search, state);
        return { hidden: new Set(best.hiddenRows()), worlds: [...best.worlds], demands, openToParents };
      }
      const failed = at(demands, unmet.demand);
      if (unmet.knowledge.child === null) throw new Unprotectable(failed.atoms);
      demands = demands.map((demand) => (demand === failed ? withoutChildKnowledge(demand) : demand));
      openToParents += 1;
    }
  } finally {
    model.close();
  }
}

/** Publishes again what can be: first for nothing, then by exchange for something lighter. */
function improve(search: Search, covered: SearchState): SearchState {
  search.prune(covered);
  let state = covered;
  for (const row of dearestFirst(state.hiddenRows())) {
    if (state.isHidden(row)) state = search.exchange(state, row) ?? state;
  }
  search.thin(state);
  return state;
}

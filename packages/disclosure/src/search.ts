import { at } from "./at.ts";
import { Coverage, type DemandIndex } from "./coverage.ts";
import { EVERYBODY, type Knowledge } from "./insiders.ts";
import type { Row } from "./row.ts";
import type { World } from "./world.ts";
import type { FindLimits, WorldModel } from "./world-model.ts";

/** What is hidden so far, and the worlds that this allows. */
export interface SearchState {
  readonly hidden: Set<Row>;
  readonly worlds: Set<World>;
  readonly coverage: Coverage;
}

/** Where covering stopped: the demand, and for whom it cannot be met. */
export interface Unmet {
  readonly demand: number;
  readonly knowledge: Knowledge;
}

export interface CoverLimits extends FindLimits {
  /** Give up when what is hidden weighs this much. */
  readonly weight: number;
}

const NO_LIMITS: CoverLimits = { shown: [], isOptional: false, weight: Number.MAX_VALUE };

function weightOfRows(rows: Iterable<Row>): number {
  let weight = 0;
  for (const row of rows) weight += row.weight;
  return weight;
}

/** The dearest first; rows of the same weight by their keyed fraction. */
export function dearestFirst(rows: Iterable<Row>): Row[] {
  return [...rows].sort((a, b) => b.weight - a.weight || a.tie - b.tie);
}

/** The search through one component: each demand is met as cheaply as what is already hidden allows. */
export class Search {
  readonly #model: WorldModel;
  readonly #index: DemandIndex;
  /** Worlds known beforehand, by the demands they meet: taken when they cost nothing. */
  readonly #reserve = new Map<number, World[]>();

  constructor(model: WorldModel, index: DemandIndex, reserve: readonly World[]) {
    this.#model = model;
    this.#index = index;
    for (const world of reserve) {
      for (const demand of new Set(index.pairs(world).map(([demand]) => demand))) {
        this.#reserve.set(demand, [...(this.#reserve.get(demand) ?? []), world]);
      }
    }
  }

  stateOf(worlds: Iterable<World>): SearchState {
    const state = { hidden: new Set<Row>(), worlds: new Set<World>(), coverage: new Coverage(this.#index) };
    for (const world of worlds) this.#admit(state, world);
    return state;
  }

  #admit(state: SearchState, world: World): void {
    state.worlds.add(world);
    state.coverage.add(world);
    for (const row of world.moved) state.hidden.add(row);
  }

  /** Covers the listed demands, hiding what it must. The state is half done when it returns what is unmet. */
  cover(state: SearchState, demands: readonly number[], limits: CoverLimits = NO_LIMITS): Unmet | null {
    this.#model.setHidden(state.hidden);
    for (const demand of demands) {
      // The first world is asked for without an insider: it serves most of them, and is the cheapest.
      let broad = state.coverage.isBare(demand);
      for (let gap = state.coverage.firstGap(demand); gap !== null; gap = state.coverage.firstGap(demand)) {
        const world = this.#next(state, demand, broad ? EVERYBODY : gap, limits);
        if (world === null && !broad) return { demand, knowledge: gap };
        broad = false;
        if (world === null || !state.coverage.wouldHelp(world, demand)) continue;
        const before = state.hidden.size;
        this.#admit(state, world);
        if (state.hidden.size === before) continue;
        if (weightOfRows(state.hidden) >= limits.weight) return { demand, knowledge: gap };
        this.#model.setHidden(state.hidden);
      }
    }
    return null;
  }

  #next(state: SearchState, demand: number, knowledge: Knowledge, limits: FindLimits): World | null {
    const isFree = (world: World) => [...world.moved].every((row) => state.hidden.has(row));
    const known = this.#reserve.get(demand)?.find((w) => isFree(w) && state.coverage.wouldHelp(w, demand));
    if (known !== undefined) return known;
    return this.#model.find(at(this.#index.demands, demand), knowledge, limits);
  }

  /** Publishes again, the dearest first, what can be published without any new world. */
  prune(worlds: Iterable<World>): SearchState {
    const state = this.stateOf(worlds);
    for (const row of dearestFirst(state.hidden)) {
      const using = [...state.worlds].filter((world) => world.moved.has(row));
      this.#removeUnlessNeeded(state, using);
    }
    return this.stateOf(state.worlds);
  }

  #removeUnlessNeeded(state: SearchState, worlds: readonly World[]): void {
    for (const world of worlds) state.coverage.remove(world);
    const isNeeded = state.coverage.gapsAmong(worlds).length > 0;
    for (const world of worlds) {
      if (isNeeded) state.coverage.add(world);
      else state.worlds.delete(world);
    }
  }

  /** The state with `row` published again and other rows hidden instead, if they weigh less; else null. */
  exchange(state: SearchState, row: Row): SearchState | null {
    const using = [...state.worlds].filter((world) => world.moved.has(row));
    const trial = this.stateOf([...state.worlds].filter((world) => !world.moved.has(row)));
    const limits = { shown: [row], isOptional: true, weight: weightOfRows(state.hidden) };
    if (this.cover(trial, trial.coverage.gapsAmong(using), limits) !== null) return null;
    return this.prune(trial.worlds);
  }

  /** As few worlds as are needed: what the certificate holds. */
  thin(state: SearchState): SearchState {
    const thinned = this.stateOf(state.worlds);
    for (const world of [...state.worlds].toReversed()) this.#removeUnlessNeeded(thinned, [world]);
    return this.stateOf(thinned.worlds);
  }
}

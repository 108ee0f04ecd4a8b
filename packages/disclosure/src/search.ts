import { at } from "./at.ts";
import type { DemandIndex } from "./coverage.ts";
import { EVERYBODY, type Knowledge } from "./insiders.ts";
import type { Row } from "./row.ts";
import { SearchState } from "./search-state.ts";
import type { World } from "./world.ts";
import type { FindLimits, WorldModel } from "./world-model.ts";

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

  start(): SearchState {
    return SearchState.empty(this.#index);
  }

  /** Covers the listed demands, hiding what it must. The state is half done when it returns what is unmet. */
  cover(state: SearchState, demands: readonly number[], limits: CoverLimits = NO_LIMITS): Unmet | null {
    this.#model.setHidden(state);
    for (const demand of demands) {
      // The first world is asked for without an insider: it serves most of them, and is the cheapest.
      let broad = state.coverage.isBare(demand);
      for (let gap = state.coverage.firstGap(demand); gap !== null; gap = state.coverage.firstGap(demand)) {
        const world = this.#next(state, demand, broad ? EVERYBODY : gap, limits);
        const isHelpful = world !== null && state.coverage.wouldHelp(world, demand);
        if (!isHelpful && !broad) return { demand, knowledge: gap };
        broad = false;
        if (!isHelpful) continue;
        if (!state.admit(world)) continue;
        if (state.hiddenWeight() >= limits.weight) return { demand, knowledge: gap };
        this.#model.setHidden(state);
      }
    }
    return null;
  }

  #next(state: SearchState, demand: number, knowledge: Knowledge, limits: FindLimits): World | null {
    const isFree = (world: World) => [...world.moved].every((row) => state.isHidden(row));
    const known = this.#reserve.get(demand)?.find((w) => isFree(w) && state.coverage.wouldHelp(w, demand));
    if (known !== undefined) return known;
    return this.#model.find(at(this.#index.demands, demand), knowledge, limits);
  }

  /** Publishes again, the dearest first, what can be published without any new world. */
  prune(state: SearchState): void {
    for (const row of dearestFirst(state.hiddenRows())) state.releaseUnlessNeeded(state.worldsMoving(row));
  }

  /** The state with `row` published again and other rows hidden instead, if they weigh less; else null. */
  exchange(state: SearchState, row: Row): SearchState | null {
    const trial = state.copy();
    const using = trial.worldsMoving(row);
    trial.release(using);
    const limits = { shown: [row], isOptional: true, weight: state.hiddenWeight() };
    if (this.cover(trial, trial.coverage.gapsAmong(using), limits) !== null) return null;
    this.prune(trial);
    return trial;
  }

  /** As few worlds as are needed: what the certificate holds. */
  thin(state: SearchState): void {
    for (const world of [...state.worlds].toReversed()) state.releaseUnlessNeeded([world]);
  }
}

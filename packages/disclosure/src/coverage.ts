import { at } from "./at.ts";
import type { Demand } from "./demand.ts";
import type { Knowledge } from "./insiders.ts";
import { isPossibleFor, meets, type World } from "./world.ts";

/** A demand, by its index, together with one of those it must hold for, by the index of their knowledge. */
type Pair = readonly [demand: number, knowledge: number];

/** Knows which demands, and for whom, each world meets. */
export class DemandIndex {
  readonly demands: readonly Demand[];
  readonly #children: ArrayLike<number>;
  readonly #demandsOfAtom = new Map<number, number[]>();
  readonly #pairsOfWorld = new WeakMap<World, readonly Pair[]>();

  constructor(demands: readonly Demand[], children: ArrayLike<number>) {
    this.demands = demands;
    this.#children = children;
    demands.forEach((demand, index) => {
      for (const atom of demand.atoms) {
        const list = this.#demandsOfAtom.get(atom);
        if (list === undefined) this.#demandsOfAtom.set(atom, [index]);
        else list.push(index);
      }
    });
  }

  pairs(world: World): readonly Pair[] {
    const known = this.#pairsOfWorld.get(world);
    if (known !== undefined) return known;
    const near = new Set([...world.changes.keys()].flatMap((atom) => this.#demandsOfAtom.get(atom) ?? []));
    const pairs = [...near].flatMap((index) => {
      const demand = at(this.demands, index);
      if (!meets(world, demand)) return [];
      return demand.knowledge.flatMap((knowledge, item) =>
        isPossibleFor(world, knowledge, this.#children) ? [[index, item] as const] : [],
      );
    });
    this.#pairsOfWorld.set(world, pairs);
    return pairs;
  }
}

/** Keeps count of how many of the worlds at hand meet each demand for each knowledge. */
export class Coverage {
  readonly #index: DemandIndex;
  readonly #counts: readonly Int32Array[];

  constructor(
    index: DemandIndex,
    counts = index.demands.map((demand) => new Int32Array(demand.knowledge.length)),
  ) {
    this.#index = index;
    this.#counts = counts;
  }

  copy(): Coverage {
    return new Coverage(
      this.#index,
      this.#counts.map((counts) => counts.slice()),
    );
  }

  #count(world: World, step: 1 | -1): void {
    for (const [demand, item] of this.#index.pairs(world)) {
      const counts = at(this.#counts, demand);
      counts[item] = at(counts, item) + step;
    }
  }

  add(world: World): void {
    this.#count(world, 1);
  }

  remove(world: World): void {
    this.#count(world, -1);
  }

  /** The first knowledge for which no world at hand meets the demand; null when there is none. */
  firstGap(demand: number): Knowledge | null {
    const item = at(this.#counts, demand).indexOf(0);
    return item < 0 ? null : at(at(this.#index.demands, demand).knowledge, item);
  }

  /** Does no world at hand meet the demand for anybody? */
  isBare(demand: number): boolean {
    return at(this.#counts, demand).every((count) => count === 0);
  }

  /** Would this world meet the demand for somebody it is not yet met for? */
  wouldHelp(world: World, demand: number): boolean {
    const counts = at(this.#counts, demand);
    return this.#index.pairs(world).some(([index, item]) => index === demand && at(counts, item) === 0);
  }

  /** The demands these worlds meet that now have a gap, in ascending order. */
  gapsAmong(worlds: readonly World[]): number[] {
    const demands = new Set(worlds.flatMap((world) => this.#index.pairs(world).map(([demand]) => demand)));
    return [...demands].filter((demand) => this.firstGap(demand) !== null).sort((a, b) => a - b);
  }
}

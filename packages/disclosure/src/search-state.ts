import { Coverage, type DemandIndex } from "./coverage.ts";
import type { Row } from "./row.ts";
import type { World } from "./world.ts";

/** The worlds at hand, what they meet, and the rows that must be hidden for them to be possible. */
export class SearchState {
  readonly worlds: Set<World>;
  readonly coverage: Coverage;
  /** How many of the worlds move each row. */
  readonly #movers: Map<Row, number>;

  private constructor(worlds: Set<World>, coverage: Coverage, movers: Map<Row, number>) {
    this.worlds = worlds;
    this.coverage = coverage;
    this.#movers = movers;
  }

  static empty(index: DemandIndex): SearchState {
    return new SearchState(new Set(), new Coverage(index), new Map());
  }

  copy(): SearchState {
    return new SearchState(new Set(this.worlds), this.coverage.copy(), new Map(this.#movers));
  }

  isHidden(row: Row): boolean {
    return this.#movers.has(row);
  }

  hiddenRows(): Row[] {
    return [...this.#movers.keys()];
  }

  hiddenWeight(): number {
    let weight = 0;
    for (const row of this.#movers.keys()) weight += row.weight;
    return weight;
  }

  /** Takes the world in. True when a row has to be hidden for it that was not. */
  admit(world: World): boolean {
    const before = this.#movers.size;
    this.worlds.add(world);
    this.coverage.add(world);
    for (const row of world.moved) this.#movers.set(row, (this.#movers.get(row) ?? 0) + 1);
    return this.#movers.size > before;
  }

  /** Lets the worlds go, and the rows that no other world needs hidden. */
  release(worlds: readonly World[]): void {
    for (const world of worlds) {
      this.worlds.delete(world);
      this.coverage.remove(world);
      for (const row of world.moved) {
        const movers = this.#movers.get(row);
        if (movers === undefined || movers === 1) this.#movers.delete(row);
        else this.#movers.set(row, movers - 1);
      }
    }
  }

  /** Lets the worlds go unless that leaves something unmet. */
  releaseUnlessNeeded(worlds: readonly World[]): void {
    this.release(worlds);
    if (this.coverage.gapsAmong(worlds).length > 0) for (const world of worlds) this.admit(world);
  }

  worldsMoving(row: Row): World[] {
    return [...this.worlds].filter((world) => world.moved.has(row));
  }
}

/** A stream of invented chance: the same key gives the same numbers, on every machine and every day. */
export interface Draw {
  /** From `min` up to but not including `max`. */
  real(min: number, max: number): number;
  /** A whole number from `min` to `max`, both included. */
  whole(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** One of the keys, as often as its weight says. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K;
  /** Around `mean`, most within one `spread`, never beyond three. */
  around(mean: number, spread: number): number;
  shuffled<T>(list: readonly T[]): T[];
}

/** Each child, each answer has a key of its own, so that a new draw in one place moves nothing elsewhere. */
export function drawFor(...key: readonly (string | number)[]): Draw {
  const next = generatorFrom(key.join("/"));
  const real = (min: number, max: number) => min + (max - min) * next();
  const whole = (min: number, max: number) => min + Math.floor((max - min + 1) * next());
  return {
    real,
    whole,
    chance: (probability) => next() < probability,
    pick: (list) => pickAt(list, Math.floor(list.length * next())),
    weighted: (weights) => pickWeighted(weights, next()),
    // Three even throws: close enough to a bell, and it has an end.
    around: (mean, spread) => mean + spread * 2 * (next() + next() + next() - 1.5),
    shuffled: (list) =>
      list
        .map((item) => ({ item, order: next() }))
        .toSorted((a, b) => a.order - b.order)
        .map(({ item }) => item),
  };
}

function pickAt<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new RangeError("nothing to pick from");
  return item;
}

function pickWeighted<K extends string>(weights: Readonly<Record<K, number>>, share: number): K {
  const entries = Object.entries(weights) as [K, number][];
  let left = share * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [key, weight] of entries) {
    left -= weight;
    if (left < 0) return key;
  }
  return pickAt(entries, entries.length - 1)[0];
}

/** FNV-1a over the key, then the mulberry32 sequence from it: small, and good enough for a demo. */
function generatorFrom(key: string): () => number {
  let state = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) {
    state = Math.imul(state ^ key.charCodeAt(index), 0x01000193);
  }
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

import { randomBytes } from "node:crypto";

/** Unique words, each planted in one place where something about a child is written. Letters and digits alone, so that
 * no encoding of an address or a file changes them. */
export interface Canaries {
  /** A new word; `place` says where it is planted. */
  plant(place: string): string;
  readonly planted: ReadonlyMap<string, string>;
}

const SHAPE = /kanarie[0-9a-f]{6}x\d{3}/gi;

export function hatchCanaries(): Canaries {
  const run = randomBytes(3).toString("hex");
  const planted = new Map<string, string>();
  return {
    planted,
    plant: (place) => {
      const word = `Kanarie${run}x${String(planted.size + 1).padStart(3, "0")}`;
      planted.set(word.toLowerCase(), place);
      return word;
    },
  };
}

/** Something that leaves the child's own pages: a log, an address, a table. */
export interface Surface {
  readonly name: string;
  readonly text: string;
}

export interface Escaped {
  readonly surface: string;
  /** Where it had been planted. */
  readonly place: string;
  /** What stands around it. */
  readonly around: string;
}

const AROUND = 60;

/** Every canary found on a surface where none belongs. */
export function findEscaped(surfaces: readonly Surface[], { planted }: Canaries): Escaped[] {
  return surfaces.flatMap(({ name, text }) =>
    [...text.matchAll(SHAPE)].flatMap(({ 0: word, index }) => {
      const place = planted.get(word.toLowerCase());
      const around = text.slice(Math.max(0, index - AROUND), index + AROUND);
      return place === undefined ? [] : [{ surface: name, place, around }];
    }),
  );
}

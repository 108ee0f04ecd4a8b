import { at } from "./at.ts";
import { codesOfAtom, type Lattice, periodPosition } from "./lattice.ts";

/** The finest period an atom belongs to. */
export function periodOfAtom(lattice: Lattice, atom: number): string {
  return at(codesOfAtom(lattice, atom), periodPosition(lattice));
}

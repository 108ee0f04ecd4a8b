import type { Fault } from "./fault.ts";
import { type Lattice, PERIOD } from "./lattice.ts";

const fault = (column: string, value: string, expected: string): Fault => ({
  row: null,
  column,
  value,
  expected,
});

const show = (parent: string | null) => (parent === null ? "null" : parent);

/**
 * What keeps two lattices from belonging to one series of releases. Codes may be added, never moved or taken
 * away: an event stays with the school it happened at. Nor may the rules change: a laxer release would open
 * what a stricter one closed. A finished period may get no new parts.
 */
export function seriesFaults(earlier: Lattice, later: Lattice, released: ReadonlySet<string>): Fault[] {
  const names = (lattice: Lattice) => lattice.dimensions.map((dimension) => dimension.name).join(", ");
  if (names(earlier) !== names(later)) return [fault("dimensions", names(later), names(earlier))];
  const faults: Fault[] = [];
  if (JSON.stringify(earlier.parameters) !== JSON.stringify(later.parameters)) {
    const expected = `${JSON.stringify(earlier.parameters)}, as before`;
    faults.push(fault("parameters", JSON.stringify(later.parameters), expected));
  }
  for (const [i, dimension] of earlier.dimensions.entries()) {
    const now = later.dimensions[i];
    if (now === undefined) continue;
    const path = `dimensions.${dimension.name}`;
    if (dimension.levels.join() !== now.levels.join()) {
      faults.push(fault(`${path}.levels`, now.levels.join(), dimension.levels.join()));
    }
    for (const code of dimension.codes.values()) {
      const same = now.codes.get(code.code);
      const column = `${path}.parents.${code.code}`;
      if (same === undefined) faults.push(fault(column, "", "a code of an earlier release, which must stay"));
      else if (same.parent !== code.parent) {
        faults.push(fault(column, show(same.parent), `${show(code.parent)}, as in an earlier release`));
      } else if (dimension.name === PERIOD && released.has(code.code)) {
        if (same.leaves.length !== code.leaves.length) {
          faults.push(
            fault(column, `${same.leaves.length} parts`, `${code.leaves.length}, as when released`),
          );
        }
      }
    }
  }
  return faults;
}

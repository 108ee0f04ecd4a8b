import { type Expectation, expectation } from "./expectation.ts";
import type { Fault } from "./fault.ts";
import { type Lattice, PERIOD } from "./lattice.ts";

const fault = (column: string, value: string, expected: Expectation): Fault => ({
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
  if (names(earlier) !== names(later))
    return [fault("dimensions", names(later), expectation("as_before", { value: names(earlier) }))];
  const faults: Fault[] = [];
  if (JSON.stringify(earlier.parameters) !== JSON.stringify(later.parameters)) {
    const expected = expectation("as_before", { value: JSON.stringify(earlier.parameters) });
    faults.push(fault("parameters", JSON.stringify(later.parameters), expected));
  }
  for (const [i, dimension] of earlier.dimensions.entries()) {
    const now = later.dimensions[i];
    if (now === undefined) continue;
    const path = `dimensions.${dimension.name}`;
    if (dimension.levels.join() !== now.levels.join()) {
      faults.push(
        fault(
          `${path}.levels`,
          now.levels.join(),
          expectation("as_before", { value: dimension.levels.join() }),
        ),
      );
    }
    for (const code of dimension.codes.values()) {
      const same = now.codes.get(code.code);
      const column = `${path}.parents.${code.code}`;
      if (same === undefined) faults.push(fault(column, "", expectation("kept_code")));
      else if (same.parent !== code.parent) {
        faults.push(fault(column, show(same.parent), expectation("as_before", { value: show(code.parent) })));
      } else if (dimension.name === PERIOD && released.has(code.code)) {
        if (same.leaves.length !== code.leaves.length) {
          faults.push(
            fault(
              column,
              String(same.leaves.length),
              expectation("whole_period", { value: String(code.leaves.length) }),
            ),
          );
        }
      }
    }
  }
  return faults;
}

import { at } from "./at.ts";
import type { Cell, Release, ReleasedCell } from "./cell.ts";
import { type Expectation, expectation } from "./expectation.ts";
import { type Fault, refuseFaults } from "./fault.ts";
import { cellAt, codesOfAtom, type Lattice, type LatticeCell, periodPosition } from "./lattice.ts";

/** A cell of an earlier release, found again in the lattice of today. */
export interface FrozenCell extends LatticeCell {
  readonly cell: Cell;
}

const faultAt = (released: ReleasedCell, value: string, expected: Expectation): Fault => ({
  row: null,
  column: released.codes.join(","),
  value,
  expected,
});

/**
 * The cells of earlier releases. Their rows bind every later one, so each must still be there.
 * @throws InputFaults when a code is gone, or the same cell was released twice.
 */
export function findFrozenCells(lattice: Lattice, releases: readonly Release[]): FrozenCell[] {
  const releasedBy = new Map<string, string>();
  return releases.flatMap((release) => {
    const faults: Fault[] = [];
    const cells = release.cells.flatMap((released) => {
      const key = JSON.stringify(released.codes);
      const earlier = releasedBy.get(key);
      if (earlier !== undefined)
        faults.push(faultAt(released, release.name, expectation("once_release", { release: earlier })));
      releasedBy.set(key, release.name);
      const found = cellAt(lattice, released.codes);
      if (found === null) faults.push(faultAt(released, release.name, expectation("kept_code")));
      return found === null ? [] : [{ ...found, cell: released.cell }];
    });
    refuseFaults(release.name, faults);
    return cells;
  });
}

/** @throws InputFaults when a published count is no longer the sum of its atoms: nothing is ever revised. */
export function refuseRevisedCounts(cells: readonly FrozenCell[], values: Int32Array): void {
  const faults = cells.flatMap((frozen): Fault[] => {
    if (frozen.cell.status !== "published") return [];
    const sum = frozen.atoms.reduce((total, atom) => total + at(values, atom), 0);
    if (sum === frozen.cell.value) return [];
    const expected = expectation("as_published", { value: String(frozen.cell.value) });
    return [{ row: null, column: `count of ${frozen.codes.join(",")}`, value: String(sum), expected }];
  });
  refuseFaults("counts", faults);
}

/** The periods that have cells in an earlier release, whatever their level. */
export function releasedPeriods(lattice: Lattice, cells: readonly LatticeCell[]): Set<string> {
  const position = periodPosition(lattice);
  return new Set(cells.map((cell) => at(cell.codes, position)));
}

/**
 * The periods a release may name: in the lattice, published at their level, not released before, and with
 * every finest period below them known to exist. A year named after three quarters would have to be revised.
 * @throws InputFaults
 */
export function refuseBadPeriods(
  lattice: Lattice,
  named: readonly string[],
  released: ReadonlySet<string>,
  counted: ReadonlySet<string>,
): void {
  const position = periodPosition(lattice);
  const period = at(lattice.dimensions, position);
  const levels = new Set(lattice.publish.map((levelsOfTable) => at(levelsOfTable, position)));
  const exists = (leaf: string) => counted.has(leaf) || released.has(leaf) || named.includes(leaf);
  const faults: Fault[] = [];
  const refuse = (value: string, expected: Expectation) =>
    faults.push({ row: null, column: period.name, value, expected });
  for (const [i, name] of named.entries()) {
    const code = period.codes.get(name);
    if (code === undefined) {
      refuse(name, expectation("period"));
      continue;
    }
    const leaves = code.leaves.map((leaf) => at(period.leaves, leaf));
    const missing = leaves.filter((leaf) => !exists(leaf));
    if (named.indexOf(name) < i) refuse(name, expectation("each_once"));
    if (released.has(name)) refuse(name, expectation("new_period"));
    if (!levels.has(code.level))
      refuse(
        name,
        expectation("published_level", {
          names: [...levels].map((level) => period.levels[level]).join(", "),
        }),
      );
    if (leaves.length === 0) refuse(name, expectation("parts_of_period"));
    if (missing.length > 0) {
      refuse(name, expectation("whole_year", { missing: missing.join(", ") }));
    }
  }
  if (named.length === 0) refuse("", expectation("some_period"));
  refuseFaults("periods", faults);
}

/** The finest periods that some released or named cell covers: those whose counts may not change any more. */
export function coveredLeaves(lattice: Lattice, periods: Iterable<string>): Set<string> {
  const period = at(lattice.dimensions, periodPosition(lattice));
  const leaves = [...periods].flatMap((name) => period.codes.get(name)?.leaves ?? []);
  return new Set(leaves.map((leaf) => at(period.leaves, leaf)));
}

/** Atoms of a covered period with a code that the release did not know: the public knows they are empty. */
export function emptyAtoms(lattice: Lattice, known: Lattice, leaves: ReadonlySet<string>): number[] {
  const isNew = lattice.dimensions.map((dimension, i) => {
    const before = new Set(at(known.dimensions, i).leaves);
    return new Set(dimension.leaves.filter((leaf) => !before.has(leaf)));
  });
  const position = periodPosition(lattice);
  return Array.from({ length: lattice.atomCount }, (_, atom) => atom).filter((atom) => {
    const codes = codesOfAtom(lattice, atom);
    return (
      leaves.has(at(codes, position)) && codes.some((code, i) => i !== position && at(isNew, i).has(code))
    );
  });
}

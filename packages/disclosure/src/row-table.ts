import { at } from "./at.ts";
import type { Cell } from "./cell.ts";
import { keyedFraction } from "./keyed-order.ts";
import type { LatticeCell } from "./lattice.ts";
import type { Row } from "./row.ts";

/** A cell and how it enters the table: frozen by an earlier release, or new. */
export interface TableCell extends LatticeCell {
  readonly value: number;
  readonly give: Row["give"];
  readonly weight: number;
  readonly role: Row["role"];
}

/** The role of several cells with the same atoms: what is public stays so, and what was closed stays closed. */
function commonRole(cells: readonly TableCell[]): Row["role"] {
  if (cells.some((cell) => cell.role === "exact")) return "exact";
  return cells.some((cell) => cell.role === "closed") ? "closed" : "open";
}

/** One row per set of atoms, and the row of each cell. */
export function mergeRows(
  cells: readonly TableCell[],
  key: string,
): { rows: Row[]; rowOf: Map<TableCell, Row> } {
  const groups = new Map<string, TableCell[]>();
  for (const cell of cells) {
    const name = cell.atoms.join(",");
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [cell]);
    else group.push(cell);
  }
  const rowOf = new Map<TableCell, Row>();
  const rows = [...groups].map(([name, group], id): Row => {
    const { atoms, value, give } = at(group, 0);
    const weight = group.reduce((sum, cell) => sum + cell.weight, 0);
    const row = { id, role: commonRole(group), atoms, value, give, weight, tie: keyedFraction(key, name) };
    for (const cell of group) rowOf.set(cell, row);
    return row;
  });
  return { rows, rowOf };
}

/** How a cell of an earlier release binds this one; null when it says nothing about its atoms. */
export function frozenRole(cell: Cell): Row["role"] | null {
  switch (cell.status) {
    case "published":
      return "exact";
    case "protected":
      return "closed";
    case "band":
    case "not_applicable":
      return null;
  }
}

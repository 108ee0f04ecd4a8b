import type { Row } from "./row.ts";

/** How many cells of a release were shown and hidden, and why. Sealed, but for the sums. */
export interface CellTally {
  /** Cells with a number or a band. */
  readonly published: number;
  /** Hidden for their own sake, or because an earlier release hid them. */
  readonly primary: number;
  /** Safe by themselves, hidden for the sake of others. */
  readonly secondary: number;
  readonly notApplicable: number;
}

/** `rows` holds the row of each cell, null for a cell that is not applicable. */
export function tallyCells(rows: readonly (Row | null)[], isShown: (row: Row) => boolean): CellTally {
  const applicable = rows.flatMap((row) => row ?? []);
  const hidden = applicable.filter((row) => !isShown(row));
  const secondary = hidden.filter((row) => row.role === "open").length;
  return {
    published: applicable.length - hidden.length,
    primary: hidden.length - secondary,
    secondary,
    notApplicable: rows.length - applicable.length,
  };
}

import type { ReleaseCell } from "@kompassen/domain/statistics";

/** Where a cell stands. Within a release, and between releases, an address is filled once. */
export type CellAddress = Omit<ReleaseCell, "cell" | "table">;

/** Released cells by their address. */
export interface CellIndex {
  readonly find: (address: CellAddress) => ReleaseCell | undefined;
  readonly cells: readonly ReleaseCell[];
}

export function indexCells(cells: readonly ReleaseCell[]): CellIndex {
  const byAddress = new Map(cells.map((cell) => [keyOf(cell), cell]));
  return { cells, find: (address) => byAddress.get(keyOf(address)) };
}

function keyOf({ metric, unit, ageGroup, period, area, rater }: CellAddress): string {
  return [metric, unit, ageGroup, period, area ?? "", rater ?? ""].join(" ");
}

/** A count for the whole kommun, all ages together. */
export function kommunCount(metric: string, kommunCode: string, period: string): CellAddress {
  return { metric, unit: kommunCode, ageGroup: "alla", period, area: null, rater: null };
}

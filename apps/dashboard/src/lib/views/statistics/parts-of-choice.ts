import {
  isQuarter,
  PLACE_LEVELS,
  type PlaceLevel,
  type ReleaseTable,
  yearOf,
} from "@kompassen/domain/statistics";
import { type ReleaseHistory, releaseOf } from "./release-history.ts";
import type { TableChoice } from "./table-choice.ts";
import { PLACE_LEVEL, TABLE_KINDS } from "./table-kinds.ts";

export interface ReleasePart {
  readonly releaseId: string;
  readonly tables: ReleaseTable[];
  readonly levels: PlaceLevel[];
}

/**
 * What must be read for a table and for the ways to coarser ones: its level and those above, of the release of its
 * period and of the year around it.
 */
export function partsOfChoice({ tabell, niva, period }: TableChoice, history: ReleaseHistory): ReleasePart[] {
  const { table } = TABLE_KINDS[tabell];
  const levels = PLACE_LEVELS.slice(0, PLACE_LEVELS.indexOf(PLACE_LEVEL[niva]) + 1);
  const periods = isQuarter(period) ? [period, yearOf(period)] : [period];
  const ids = periods.flatMap((one) => releaseOf(history, one)?.id ?? []);
  return [...new Set(ids)].map((releaseId) => ({ releaseId, tables: [table], levels }));
}

/** Whether what was read already holds the part. */
export function isWithin(
  { tables, levels }: ReleasePart,
  read: { readonly tables: readonly ReleaseTable[]; readonly levels: readonly PlaceLevel[] },
): boolean {
  return (
    tables.every((table) => read.tables.includes(table)) &&
    levels.every((level) => read.levels.includes(level))
  );
}

import type { Equivalence } from "../behovskompass/index.ts";
import { type LocalDate, readHeader } from "../shared/index.ts";
import { HISTORY_COLUMNS, type History, HistoryReader, readEquivalences } from "./index.ts";

/** Reads a small file whose cells hold no separators; throws with the faults when it has any. */
export function readHistoryFrom(csv: string, today: LocalDate): History {
  const [first = [], ...rest] = toCells(csv);
  const header = readHeader(first, HISTORY_COLUMNS);
  if (!header.ok) throw new Error(JSON.stringify(header.faults));
  const reader = new HistoryReader(header.value, { today, knownVersions: null });
  for (const [index, cells] of rest.entries()) reader.readRow(cells, index + 2);
  const read = reader.finish();
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.value;
}

export function readEquivalencesFrom(csv: string): readonly Equivalence[] {
  const read = readEquivalences(toCells(csv).map((cells, index) => ({ cells, row: index + 1 })));
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.value;
}

function toCells(csv: string): string[][] {
  return csv
    .trimEnd()
    .split("\n")
    .map((line) => line.split(","));
}

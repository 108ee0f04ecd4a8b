import type { Equivalence } from "@kompassen/domain/behovskompass";
import { shownValue } from "@kompassen/domain/shared";
import { readEquivalenceCsv } from "../csv/index.ts";
import { type ChildrenFile, readChildrenFile } from "./children-file.ts";
import type { Directory } from "./directory.ts";
import { EMPTY_HISTORY, type FileHistory, firstRowOf } from "./file-history.ts";
import type { AddedVersion, FormVersion } from "./form-versions.ts";
import type { ImportContext, ImportRequest } from "./import-request.ts";
import type { ImportFault } from "./import-result.ts";
import { listChildRows, readHistory } from "./read-history.ts";
import { readInstrumentFile } from "./read-instrument-file.ts";
import { missingPlaceholders, type StoredVersion } from "./stored-versions.ts";

/** What the files of an import say, or all that is wrong with them. */
export interface ReadFiles {
  readonly faults: readonly ImportFault[];
  readonly history: FileHistory;
  readonly childrenFile: ChildrenFile | null;
  readonly equivalences: readonly Equivalence[];
  /** Stored and added versions together. */
  readonly versions: readonly FormVersion[];
  readonly added: readonly AddedVersion[];
}

export async function readFiles(
  context: ImportContext,
  request: ImportRequest,
  directory: Directory,
  stored: readonly StoredVersion[],
): Promise<ReadFiles> {
  const { today, importer, onProgress } = context;
  const added = importer.kind === "job" ? missingPlaceholders(stored) : [];
  const faults: ImportFault[] = optionFaults(request, directory);
  const equivalences: Equivalence[] = [];

  if (request.instrument !== null) {
    const instrument = await readInstrumentFile(request.instrument, stored, [...stored, ...added]);
    faults.push(...instrument.faults);
    if (instrument.added !== null) added.push(instrument.added);
    equivalences.push(...instrument.equivalences);
  }
  if (request.equivalence !== null) {
    const read = await readEquivalenceCsv(request.equivalence.open());
    if (read.ok) equivalences.push(...read.value);
    else faults.push(...read.faults.map((fault) => ({ file: "equivalence", fault }) as const));
  }
  const childrenFile =
    request.children === null
      ? null
      : await readChildrenFile(request.children, directory, today, {
          unitCode: request.unitCode,
          responsible: request.responsible,
          isOwnOnly: importer.kind === "person",
        });
  faults.push(...(childrenFile?.faults ?? []).map((fault) => ({ file: "children", fault }) as const));

  const versions = [...stored, ...added];
  if (request.history === null) {
    return { faults, history: EMPTY_HISTORY, childrenFile, equivalences, versions, added };
  }
  const read = await readHistory(request.history, {
    today,
    versions,
    register: request.register,
    onProgress: (rows) => onProgress({ phase: "reading", rows }),
  });
  const rowsOfChildren =
    read.history === null
      ? await listChildRows(request.history)
      : new Map(read.history.children.map((child) => [child.key, firstRowOf(child)]));
  const missing = childrenFile === null ? [] : missingFrom(childrenFile, rowsOfChildren);
  const ofHistory = [...read.faults, ...missing].toSorted((a, b) => a.row - b.row);
  faults.push(...ofHistory.map((fault) => ({ file: "history", fault }) as const));
  return {
    faults,
    history: read.history ?? EMPTY_HISTORY,
    childrenFile,
    equivalences,
    versions: [...versions, ...read.adopted],
    added: [...added, ...read.adopted],
  };
}

function optionFaults({ unitCode, responsible }: ImportRequest, directory: Directory): ImportFault[] {
  const faults: ImportFault[] = [];
  if (unitCode !== null && !directory.units.has(unitCode)) {
    faults.push({ file: "options", option: "unit", value: unitCode, expected: { code: "known_unit" } });
  }
  if (responsible !== null && !directory.responsibles.has(responsible)) {
    const expected = { code: "known_responsible" } as const;
    faults.push({ file: "options", option: "responsible", value: responsible, expected });
  }
  return faults;
}

function missingFrom({ rowOf }: ChildrenFile, rowsOfChildren: ReadonlyMap<string, number>) {
  return [...rowsOfChildren]
    .filter(([key]) => !rowOf.has(key))
    .map(([key, row]) => ({
      row,
      column: "child_id",
      value: shownValue(key),
      expected: { code: "in_children_file" } as const,
    }));
}

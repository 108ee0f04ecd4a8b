import { type AreaRatings, packAnswers } from "@kompassen/domain/behovskompass";
import {
  type History,
  type HistoryAssessment,
  type HistoryChild,
  listVersions,
  type UsedVersion,
} from "@kompassen/domain/history";
import type { FileFault, LocalDate, Result } from "@kompassen/domain/shared";
import { readCsv, readHistoryCsv } from "../csv/index.ts";
import type { FileAssessment, FileChild, FileHistory } from "./file-history.ts";
import {
  type AddedVersion,
  adoptVersion,
  candidatesFor,
  covers,
  type FormVersion,
  knownToFiles,
} from "./form-versions.ts";
import type { ImportFile } from "./import-request.ts";
import { scanHistory } from "./scan-history.ts";

export interface ReadHistory {
  /** Null when the file has faults. */
  readonly history: FileHistory | null;
  readonly faults: readonly FileFault[];
  /** Versions that the file's keys are adopted as. */
  readonly adopted: readonly AddedVersion[];
}

export interface HistoryReading {
  readonly today: LocalDate;
  readonly versions: readonly FormVersion[];
  readonly register: boolean;
  readonly onProgress: (rows: number) => void;
}

/**
 * Reads a history file against the forms of the kommun. A file that is as it should be is scanned; any other
 * is read by the rules of the domain, which tell what is wrong with it.
 */
export async function readHistory(file: ImportFile, reading: HistoryReading): Promise<ReadHistory> {
  const scanned = await scanHistory(file.open(), reading);
  if (scanned !== null) return { history: scanned, faults: [], adopted: [] };
  return readCarefully(file, reading);
}

/** The domain's own reading, with the answers packed afterwards. */
export async function readCarefully(
  file: ImportFile,
  { today, versions, register, onProgress }: HistoryReading,
): Promise<ReadHistory> {
  const read = await readHistoryCsv(file.open(), {
    today,
    knownVersions: register ? null : knownToFiles(versions),
    onProgress,
  });
  if (!read.ok) return { history: null, faults: read.faults, adopted: [] };
  const adopted = register ? adoptMissing(read.value, versions) : [];
  const packed = packHistory(read.value, [...versions, ...adopted]);
  return packed.ok
    ? { history: packed.value, faults: [], adopted }
    : { history: null, faults: packed.faults, adopted: [] };
}

/** Rows where each child of a faulty file first stands: what else is wrong can then be told with the rest. */
export async function listChildRows(file: ImportFile): Promise<ReadonlyMap<string, number>> {
  const rows = new Map<string, number>();
  let position: number | null = null;
  await readCsv(file.open(), (cells, row) => {
    if (position === null) {
      position = cells.findIndex((cell) => cell.trim() === "child_id");
      return;
    }
    const key = cells[position]?.trim() ?? "";
    if (key !== "" && !rows.has(key)) rows.set(key, row);
  });
  return rows;
}

function adoptMissing(history: History, versions: readonly FormVersion[]): AddedVersion[] {
  const adopted: AddedVersion[] = [];
  for (const used of listVersions(history)) {
    const candidates = candidatesFor(versions, used.instrument, used.version);
    const ofVersion = assessmentsOf(history, used);
    const isMissing = ofVersion.some(({ ratings }) => !candidates.some((one) => covers(one, ratings)));
    if (!isMissing) continue;
    const validFrom = ofVersion.map(({ assessedOn }) => assessedOn).reduce((a, b) => (a < b ? a : b));
    adopted.push(adoptVersion([...versions, ...adopted], { ...used, validFrom }));
  }
  return adopted;
}

function assessmentsOf({ children }: History, used: UsedVersion): HistoryAssessment[] {
  return children.flatMap(({ assessments }) =>
    assessments.filter(
      ({ instrument, instrumentVersion }) =>
        instrument === used.instrument && instrumentVersion === used.version,
    ),
  );
}

function packHistory(
  { children, rows }: History,
  versions: readonly FormVersion[],
): Result<FileHistory, FileFault> {
  const faults: FileFault[] = [];
  const candidates = new Map<string, FormVersion[]>();
  const versionFor = ({ instrument, instrumentVersion: name, ratings }: HistoryAssessment) => {
    const key = JSON.stringify([instrument, name]);
    const found = candidates.get(key) ?? candidatesFor(versions, instrument, name);
    candidates.set(key, found);
    return found.find((version) => covers(version, ratings));
  };
  const packChild = ({ childId, assessments, thoughts }: HistoryChild): FileChild => ({
    key: childId,
    thoughts,
    assessments: assessments.flatMap((assessment): FileAssessment[] => {
      const version = versionFor(assessment);
      if (version === undefined) {
        faults.push(mixedVersions(assessment));
        return [];
      }
      const { compassId, rater, assessedOn, registeredOn, ageForm, ratings, firstRow } = assessment;
      const packed = packAnswers(version.layout, ratings);
      const versionNumber = version.number;
      return [
        { compassKey: compassId, rater, assessedOn, registeredOn, versionNumber, ageForm, packed, firstRow },
      ];
    }),
  });
  const packed = { rows, children: children.map(packChild) };
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: packed };
}

/** Each key is known, but no single version has them all. */
function mixedVersions({ firstRow, ratings }: HistoryAssessment): FileFault {
  return {
    row: firstRow,
    column: "statement",
    value: firstKey(ratings),
    expected: { code: "one_version" },
  };
}

function firstKey(ratings: AreaRatings): string {
  for (const rating of ratings.values()) {
    if (rating.kind === "statements") for (const key of rating.answers.keys()) return key;
  }
  return "";
}

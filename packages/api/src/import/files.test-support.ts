import { readFileSync } from "node:fs";
import type { TestDatabase } from "@kompassen/db/testing";
import { PLACEHOLDER_INSTRUMENTS } from "@kompassen/domain/behovskompass";
import { HISTORY_COLUMNS } from "@kompassen/domain/history";
import { localDate } from "@kompassen/domain/shared";
import type { ImportContext, ImportFile, ImportRequest } from "./import-request.ts";
import type { ImportFault, ImportResult, ImportSummary } from "./import-result.ts";
import { runImport } from "./run-import.ts";

export const TODAY = localDate("2026-12-31");

export function textFile(text: string): ImportFile {
  return bytesFile(new TextEncoder().encode(text));
}

export function bytesFile(bytes: Uint8Array): ImportFile {
  return { open: () => [bytes] };
}

export function golden(name: string): string {
  return readFileSync(new URL(`../../../domain/golden/follow-up/${name}`, import.meta.url), "utf8");
}

/** A line of a history file in the standard order, as it should be but for what is given. */
export function historyLine(given: Partial<Record<(typeof HISTORY_COLUMNS)[number], string>> = {}): string {
  const cells = {
    child_id: "A",
    compass_id: "A-1",
    assessed_on: "2026-03-01",
    registered_on: "2026-03-01",
    rater: "barn",
    instrument: "samtalsunderlag",
    instrument_version: "1",
    age_form: "6-12",
    area: "fritid",
    statement: "",
    value: "3",
    concern: "",
    target: "",
    ...given,
  };
  return HISTORY_COLUMNS.map((column) => cells[column]).join(",");
}

export function historyText(...lines: readonly string[]): string {
  return `${[HISTORY_COLUMNS.join(","), ...lines].join("\n")}\n`;
}

const NOTHING_ASKED: ImportRequest = {
  history: null,
  children: null,
  equivalence: null,
  instrument: null,
  register: false,
  unitCode: null,
  responsible: null,
};

/** Imports as the job of a kommun, in a transaction of its own. */
export function importAsJob(
  database: TestDatabase,
  kommunCode: string,
  request: Partial<ImportRequest>,
  mode: "preview" | "commit" = "commit",
): Promise<ImportResult> {
  const actor = { type: "system", kommunCode, job: "import" } as const;
  return database.job.transaction(actor, (tx) =>
    runImport({ ...contextAt(), tx, importer: { kind: "job" } }, { ...NOTHING_ASKED, ...request }, mode),
  );
}

function contextAt(): Pick<ImportContext, "now" | "today" | "onProgress"> {
  return { now: new Date(`${TODAY}T12:00:00Z`), today: TODAY, onProgress: () => {} };
}

export function acceptedOf(result: ImportResult): ImportSummary {
  if (result.kind === "refused") throw new Error(JSON.stringify(result.faults.slice(0, 5)));
  return result.summary;
}

export function faultsOf(result: ImportResult): readonly ImportFault[] {
  if (result.kind === "accepted") throw new Error("the import was accepted");
  return result.faults;
}

export const PLACEHOLDER_STATEMENTS = PLACEHOLDER_INSTRUMENTS.flatMap(({ id, statements }) =>
  id === "skattningsformular" ? statements : [],
);

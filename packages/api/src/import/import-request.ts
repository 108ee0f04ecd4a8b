import type { ActorTransaction } from "@kompassen/db";
import type { LocalDate } from "@kompassen/domain/shared";
import type { CsvSource } from "../csv/index.ts";

/** A file that can be read again from its beginning: an import of a faulty file reads it twice. */
export interface ImportFile {
  open(): CsvSource;
}

export interface ImportRequest {
  /** Interchange format (`HISTORY_COLUMNS`). */
  readonly history: ImportFile | null;
  /** Who the children of the history are (`CHILDREN_COLUMNS`); without it they are bare. */
  readonly children: ImportFile | null;
  /** Statements of two versions of the file that ask the same thing. */
  readonly equivalence: ImportFile | null;
  /** An official form as JSON, registered as a version of its own. */
  readonly instrument: ImportFile | null;
  /** Adopt statement keys that no version has, as a new version without text. */
  readonly register: boolean;
  /** Code of the unit of children for whom the file names none. */
  readonly unitCode: string | null;
  /** Login key of whoever follows the children for whom the file names nobody. */
  readonly responsible: string | null;
}

/**
 * Who imports. A job of the kommun gives each child to the responsible that the file names; a person gets all
 * of the children as one's own, and reaches only those.
 */
export type Importer =
  | { readonly kind: "job" }
  | { readonly kind: "person"; readonly personId: string; readonly loginKey: string };

export interface ImportProgress {
  readonly phase: "reading" | "comparing" | "writing";
  readonly rows: number;
}

/** What one import knows from the start, inside its one transaction. */
export interface ImportContext {
  readonly tx: ActorTransaction;
  readonly now: Date;
  readonly today: LocalDate;
  readonly importer: Importer;
  readonly onProgress: (progress: ImportProgress) => void;
}

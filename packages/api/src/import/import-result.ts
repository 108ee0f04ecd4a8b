import type { InstrumentFault, InstrumentId } from "@kompassen/domain/behovskompass";
import type { Expectation, FileFault } from "@kompassen/domain/shared";

/** One thing that is wrong, in a file or in what was asked for. */
export type ImportFault =
  | { readonly file: "history" | "children" | "equivalence"; readonly fault: FileFault }
  | { readonly file: "instrument"; readonly fault: InstrumentFault | { readonly code: InstrumentRefusal } }
  | {
      readonly file: "options";
      readonly option: "unit" | "responsible";
      readonly value: string;
      readonly expected: Expectation;
    };

/** Why a form that is well told cannot be registered. */
export type InstrumentRefusal = "not_json" | "version_taken";

export interface Count {
  readonly new: number;
  readonly known: number;
}

export interface ImportSummary {
  /** Rows of the history file, the header not counted. */
  readonly rows: number;
  readonly children: Count;
  readonly compasses: Count;
  readonly assessments: Count;
  /** Thoughts and targets of an area in a compass. */
  readonly thoughts: Count;
  /** Areas where people have since said something else in Kompassen: that stands. */
  readonly thoughtsKept: number;
  readonly versions: readonly NewVersion[];
  readonly equivalences: number;
  /** Areas that are raised; known only once the import is done. */
  readonly signals: number;
  /** False when everything in the files was there already. */
  readonly isChange: boolean;
}

export interface NewVersion {
  readonly instrument: InstrumentId;
  readonly version: string;
  readonly origin: "placeholder" | "official" | "adopted";
  readonly statements: number;
}

/** All of it, or nothing: how many faults there are, and the first of them in order. */
export type ImportResult =
  | { readonly kind: "accepted"; readonly summary: ImportSummary }
  | { readonly kind: "refused"; readonly faultCount: number; readonly faults: readonly ImportFault[] };

/** A file that is wrong in every row says so in its first few hundred faults. */
const MAX_LISTED = 200;

export function refuse(faults: readonly ImportFault[]): ImportResult {
  return { kind: "refused", faultCount: faults.length, faults: faults.slice(0, MAX_LISTED) };
}

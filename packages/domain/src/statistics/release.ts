import type { Area } from "../behovskompass/index.ts";
import type { LocalDate } from "../shared/index.ts";

/** What may be said of one number. A protected cell carries no value, anywhere. */
export type StatisticsCell =
  | { readonly status: "published"; readonly value: number; readonly n?: number }
  | { readonly status: "band"; readonly band: string }
  | { readonly status: "protected" }
  | { readonly status: "not_applicable" };

export const RELEASE_TABLES = ["uptake", "area_mean", "area_share", "change", "lead_time"] as const;

export type ReleaseTable = (typeof RELEASE_TABLES)[number];

export const PLACE_LEVELS = ["kommun", "omrade", "unit"] as const;

export type PlaceLevel = (typeof PLACE_LEVELS)[number];

/** The age group code of a cell that counts all ages together. */
export const ALL_AGES = "alla";

/** The unit in which children with protected identity are counted, so that totals add. */
export const NO_UNIT = "ingen-enhet";

/** One cell with its address. A code that the table lacks is null. */
export interface ReleaseCell {
  readonly table: ReleaseTable;
  /** A key of METRICS. */
  readonly metric: string;
  /** Code of a place of the release: kommun, område or unit. Never an internal id. */
  readonly unit: string;
  /** ALL_AGES or a code of BARNTEAM_AGE_GROUPS. */
  readonly ageGroup: string;
  /** "2026Q1", "2026" or "2025/2026" (läsår). */
  readonly period: string;
  readonly area: Area | null;
  /** A code of RATER_KINDS. */
  readonly rater: string | null;
  readonly cell: StatisticsCell;
}

export interface ReleasePlace {
  readonly code: string;
  readonly name: string;
  readonly level: PlaceLevel;
  readonly parent: string | null;
}

/** Why a table, or a level of it, is not part of the release. */
export const WITHHELD_REASONS = ["unprotectable", "too_thin"] as const;

export type WithheldReason = (typeof WITHHELD_REASONS)[number];

/** A table that could not be shown without revealing a child, said openly: nothing of it is released. */
export interface WithheldTable {
  readonly table: ReleaseTable;
  readonly metric: string;
  /** The finest level that was left out; the coarser ones are released unless this is "kommun". */
  readonly level: PlaceLevel;
  readonly periods: readonly string[];
  readonly area: Area | null;
  readonly rater: string | null;
  readonly reason: WithheldReason;
}

export interface ReleaseHead {
  /** "kompass-9001-2026Q1-1" */
  readonly id: string;
  readonly kommunCode: string;
  readonly kommunName: string;
  readonly periods: readonly string[];
  readonly releasedOn: LocalDate;
  readonly approvedBy: string;
  /** "uppfoljning 1; barnteam-aldersgrupper 1": what the numbers were computed by. */
  readonly ruleSet: string;
  readonly codeVersion: string;
  /** Of the canonical JSON of all that was approved, in hex. */
  readonly sha256: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly places: readonly ReleasePlace[];
  readonly cellCount: number;
  /** How many of them are protected. */
  readonly hiddenCount: number;
  readonly withheld: readonly WithheldTable[];
}

export interface StatisticsRelease {
  readonly head: ReleaseHead;
  readonly cells: readonly ReleaseCell[];
}

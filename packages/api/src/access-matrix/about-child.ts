import type { LocalDate } from "@kompassen/domain/shared";
import type { Cell } from "./relations.ts";

/** What the rows of one child are arranged for. */
export interface About {
  readonly consent: Cell["consent"];
  readonly protection: Cell["protection"];
  readonly today: LocalDate;
  /** Followed by whoever is responsible for another child, and by nobody else. */
  readonly isAnother?: boolean;
  /** The follow-up has ended. */
  readonly isClosed?: boolean;
}

/** Adds one row to be written. */
export type Add = (table: string, row: Record<string, unknown>) => void;

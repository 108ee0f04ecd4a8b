import { isLocalDate, type LocalDate, localDate } from "../shared/index.ts";
import type { Authority } from "./authority.ts";

/** Two years after the support has ended, where an authority has no rule of its own (practitioner guide). */
export const DEFAULT_KEEP_MONTHS = 24;

/** One authority's rule from a day on; the latest that has begun is the one that holds. */
export type RetentionPolicy = {
  readonly authority: Authority;
  readonly validFrom: LocalDate;
  /** Whole months after the support has ended, 1 to 120. */
  readonly keepMonths: number;
};

/** Months that hold on a day. */
export function keepMonths(
  policies: readonly RetentionPolicy[],
  authority: Authority,
  on: LocalDate,
): number {
  const begun = policies.filter((policy) => policy.authority === authority && policy.validFrom <= on);
  return begun.toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0]?.keepMonths ?? DEFAULT_KEEP_MONTHS;
}

/** The last day that the data is kept; the same day of the month, or the last when the month is shorter. */
export function keptThrough(closedOn: LocalDate, months: number): LocalDate {
  const month = Number(closedOn.slice(0, 4)) * 12 + Number(closedOn.slice(5, 7)) - 1 + months;
  const start = `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;
  let day = Number(closedOn.slice(8));
  while (!isLocalDate(`${start}-${String(day).padStart(2, "0")}`)) day -= 1;
  return localDate(`${start}-${String(day).padStart(2, "0")}`);
}

/** Whether the data may be purged that day: kept through its last day, and held by nobody. */
export function mayBePurged(
  child: { readonly closedOn: LocalDate | null; readonly isHeld: boolean },
  months: number,
  on: LocalDate,
): boolean {
  return child.closedOn !== null && !child.isHeld && keptThrough(child.closedOn, months) < on;
}

import type { LocalDate } from "@kompassen/domain/shared";
import { isQuarter, latestEndedQuarters, type Quarter } from "@kompassen/domain/statistics";

/** How far back a first release may reach: three years. */
const FARTHEST = 12;

/** Quarters that can be released next: ended, and later than everything that is released. The oldest first. */
export function requestableQuarters(releasedPeriods: readonly string[], today: LocalDate): Quarter[] {
  const last = releasedPeriods.filter(isQuarter).toSorted().at(-1);
  return latestEndedQuarters(today, FARTHEST).filter((quarter) => last === undefined || quarter > last);
}

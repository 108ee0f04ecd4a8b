import type { LocalDate } from "@kompassen/domain/shared";
import {
  type Lasar,
  lasarOfQuarter,
  type Quarter,
  quartersOfLasar,
  quartersOfYear,
  spanOfQuarter,
  type Year,
  yearOf,
} from "@kompassen/domain/statistics";
import { invalid } from "../errors/index.ts";

export interface ReleasePeriods {
  readonly quarters: readonly Quarter[];
  /** Calendar years whose four quarters are all released with this release. */
  readonly years: readonly Year[];
  /** Läsår whose last quarter is in this release. */
  readonly lasar: readonly Lasar[];
}

/**
 * What a release of these quarters holds. A year follows with its last quarter when all four are there; a läsår
 * with its second quarter.
 * @throws KompassError `invalid`: a quarter that has not ended, is named twice, or is released already
 */
export function planPeriods(
  named: readonly Quarter[],
  released: ReadonlySet<string>,
  today: LocalDate,
): ReleasePeriods {
  const refuse = (expected: string) => invalid({ field: "periods", expected });
  if (named.length === 0) refuse("some_period");
  if (new Set(named).size < named.length) refuse("each_once");
  if (named.some((quarter) => released.has(quarter))) refuse("not_released");
  if (named.some((quarter) => spanOfQuarter(quarter).to >= today)) refuse("ended");
  const quarters = named.toSorted();
  const [first] = quarters;
  if (first !== undefined && [...released].some((period) => period.includes("Q") && period > first))
    refuse("in_order");
  const exists = (quarter: Quarter) => released.has(quarter) || named.includes(quarter);
  const years = [...new Set(quarters.map(yearOf))].filter((year) => quartersOfYear(year).every(exists));
  const lasar = [...new Set(quarters.map(lasarOfQuarter))].filter((one) =>
    quartersOfLasar(one)
      .slice(-1)
      .some((quarter) => named.includes(quarter)),
  );
  return { quarters, years, lasar };
}

export function periodCodes({ quarters, years, lasar }: ReleasePeriods): string[] {
  return [...quarters, ...years, ...lasar];
}

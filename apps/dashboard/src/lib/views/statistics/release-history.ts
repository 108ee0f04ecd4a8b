import { compareText } from "@kompassen/domain/shared";
import { isLasar, isQuarter, isYear, type Quarter, type ReleaseHead } from "@kompassen/domain/statistics";

/** The releases as they were known when one of them was the latest: the newest first. */
export interface ReleaseHistory {
  readonly current: ReleaseHead;
  readonly heads: readonly ReleaseHead[];
}

/** @returns null when there is no such release; without an id the latest one is read */
export function openHistory(all: readonly ReleaseHead[], id?: string): ReleaseHistory | null {
  const heads = all.toSorted((a, b) => compareText(lastQuarter(b), lastQuarter(a)));
  const current = id === undefined ? heads[0] : heads.find((head) => head.id === id);
  if (current === undefined) return null;
  return { current, heads: heads.slice(heads.indexOf(current)) };
}

/** @throws RangeError when a release holds no quarter: each has one by which it is named */
export function lastQuarter({ id, periods }: ReleaseHead): Quarter {
  const last = periods.filter(isQuarter).toSorted().at(-1);
  if (last === undefined) throw new RangeError(`no quarter in ${id}`);
  return last;
}

/** The latest quarters that have been released, the oldest first. */
export function releasedQuarters({ heads }: ReleaseHistory, count: number): Quarter[] {
  return heads
    .flatMap(({ periods }) => periods.filter(isQuarter))
    .toSorted()
    .slice(-count);
}

/** Every released period, the newest first: quarters, then years, then läsår. */
export function releasedPeriods({ heads }: ReleaseHistory): {
  readonly quarters: readonly string[];
  readonly years: readonly string[];
  readonly lasar: readonly string[];
} {
  const periods = heads.flatMap((head) => head.periods).toSorted((a, b) => compareText(b, a));
  return {
    quarters: periods.filter(isQuarter),
    years: periods.filter(isYear),
    lasar: periods.filter(isLasar),
  };
}

/** The release that a period was published in. */
export function releaseOf({ heads }: ReleaseHistory, period: string): ReleaseHead | undefined {
  return heads.find(({ periods }) => periods.includes(period));
}

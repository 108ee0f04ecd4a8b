import type { Solver } from "@kompassen/disclosure";
import type { Area, RaterKind } from "@kompassen/domain/behovskompass";
import {
  CHANGE_GROUPS,
  type Lasar,
  type LastChange,
  type LastRating,
  type ReleaseCell,
  type ReleasePlace,
  type StatisticsCell,
} from "@kompassen/domain/statistics";
import { hideShares, type ShareGroup } from "./hide-shares.ts";
import { groupKey, type LasarGroup, lasarGroups } from "./lasar-groups.ts";
import { protectRatings } from "./protect-ratings.ts";
import { summarizeSeries } from "./series-summary.ts";
import type { MadeTable, TruthfulCell } from "./table-cells.ts";

export interface AreaRequest {
  readonly kommun: string;
  readonly places: readonly ReleasePlace[];
  readonly lasar: Lasar;
  readonly area: Area;
  readonly rater: RaterKind;
  readonly isThin: boolean;
  readonly key: string;
}

const SMALLEST = 10;

/** T2 of one area and kind of rater: means, and beside each mean that shows the share that needs strengthening. */
export function makeRatings(
  solver: Solver,
  request: AreaRequest,
  ratings: readonly LastRating[],
): MadeTable[] {
  const { kommun, places, lasar, area, rater, key, isThin } = request;
  const units = places.filter(({ level }) => level === "unit");
  const series = `${area}/${rater}/${lasar}`;
  const made = protectRatings(solver, { kommun, units, lasar, ratings, isThin, key: `${key} ${series}` });
  const { groups, divisions, units: known, groupsOf } = lasarGroups(places, !isThin);
  const members = Map.groupBy(
    ratings.flatMap((rating) => groupsOf(rating).map((group) => ({ group, rating }))),
    ({ group }) => group,
  );
  const sizeOf = (group: LasarGroup) => members.get(groupKey(group))?.length ?? 0;
  const address = (metric: string, table: ReleaseCell["table"], group: LasarGroup) =>
    ({ table, metric, ...group, period: lasar, area, rater }) as const;

  const means = made.cells.map(({ codes, cell }): TruthfulCell => {
    const group = { unit: codes[0] ?? "", ageGroup: codes[1] ?? "" };
    return truthful({ ...address("mean_score", "area_mean", group), cell }, sizeOf(group));
  });
  const shown = new Set(
    means.flatMap(({ cell }) =>
      cell.cell.status === "published" || cell.cell.status === "band" ? [groupKey(cell)] : [],
    ),
  );
  const released = new Set(means.map(({ cell }) => groupKey(cell)));
  const shareOf = (group: LasarGroup): ShareGroup => {
    const inGroup = members.get(groupKey(group)) ?? [];
    const part = inGroup.filter(({ rating }) => rating.needsStrengthening).length;
    const isClosed = inGroup.length > 0 && !shown.has(groupKey(group));
    return { key: groupKey(group), n: inGroup.length, parts: [part], isClosed };
  };
  const told = groups.filter((group) => released.has(groupKey(group)));
  const shares = hideShares(withUnits(told, known).map(shareOf), divisions);
  const shareCells = told.flatMap((group): TruthfulCell[] =>
    (shares.get(groupKey(group)) ?? []).map((cell) =>
      truthful({ ...address("share_needs_strengthening", "area_share", group), cell }, sizeOf(group)),
    ),
  );
  const withheld = made.withheld.flatMap((one) => [
    { table: "area_mean" as const, metric: "mean_score", area, rater, ...one },
    { table: "area_share" as const, metric: "share_needs_strengthening", area, rater, ...one },
  ]);
  const sealed =
    made.sealed === null
      ? null
      : {
          certificate: made.sealed.certificate,
          cells: made.cells,
          summary: summarizeSeries(made.sealed.tally, made.sealed.audit),
        };
  return [{ series: `area_mean/${series}`, cells: [...means, ...shareCells], withheld, sealed }];
}

/** T3 of one area and kind of rater: the four ways of changing, in the kommun by age and in each område. */
export function makeChanges(request: AreaRequest, changes: readonly LastChange[]): MadeTable {
  const { places, lasar, area, rater, isThin } = request;
  const { groups, divisions, units, groupsOf } = lasarGroups(places, false);
  const kept = groups.filter(({ unit }) => !isThin || unit === request.kommun);
  const members = Map.groupBy(
    changes.flatMap((change) => groupsOf(change).map((group) => ({ group, change }))),
    ({ group }) => group,
  );
  const shares = hideShares(
    withUnits(kept, units).map((group): ShareGroup => {
      const inGroup = members.get(groupKey(group)) ?? [];
      const parts = CHANGE_GROUPS.map((one) => inGroup.filter(({ change }) => change.group === one).length);
      return { key: groupKey(group), n: inGroup.length, parts, isClosed: false };
    }),
    divisions,
  );
  const cells = kept.flatMap((group) =>
    CHANGE_GROUPS.flatMap((one, i): TruthfulCell[] => {
      const cell: StatisticsCell | undefined = shares.get(groupKey(group))?.[i];
      if (cell === undefined) return [];
      const address = {
        table: "change",
        metric: `change_${one}`,
        ...group,
        period: lasar,
        area,
        rater,
      } as const;
      return [truthful({ ...address, cell }, members.get(groupKey(group))?.length ?? 0)];
    }),
  );
  return { series: `change/${area}/${rater}/${lasar}`, cells, withheld: [], sealed: null };
}

/** The groups that are told of, and the units that only their staff know. */
function withUnits(told: readonly LasarGroup[], units: readonly LasarGroup[]): LasarGroup[] {
  const keys = new Set(told.map(groupKey));
  return [...told, ...units.filter((unit) => !keys.has(groupKey(unit)))];
}

/** What a hidden number about how children are holds is how many they are. */
function truthful(cell: ReleaseCell, n: number): TruthfulCell {
  if (cell.cell.status !== "protected") return { cell, truth: null };
  return { cell, truth: { value: n, why: n < SMALLEST ? "primary" : "secondary" } };
}

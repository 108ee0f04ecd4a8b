import { AREAS, type Area, areaName, type RaterKind } from "@kompassen/domain/behovskompass";
import type { Language } from "@kompassen/domain/shared";
import { ALL_AGES, CHANGE_GROUPS, type ChangeGroup, metricOf } from "@kompassen/domain/statistics";
import { type BandRange, bandRange } from "./band-range.ts";
import type { CellIndex } from "./cell-index.ts";
import { type CellView, toCellView } from "./to-cell-view.ts";
import { listDefinitions, type MetricDefinition } from "./to-definitions.ts";

interface ChangeCell {
  readonly group: ChangeGroup;
  readonly view: CellView;
  /** What a bar spans; null for a hidden cell. */
  readonly range: BandRange | null;
}

export interface ChangeView {
  readonly lasar: string;
  readonly rows: readonly {
    readonly area: Area;
    readonly name: string;
    readonly cells: readonly ChangeCell[];
  }[];
  /** Areas where surely more children improved than declined, and the other way round, of those that are shown. */
  readonly better: number;
  readonly worse: number;
  readonly shown: number;
  /** Nothing of it shows: said once, instead of cell by cell. */
  readonly isAllHidden: boolean;
  readonly definitions: readonly MetricDefinition[];
}

/** Change per area of the whole kommun, all ages together, as one kind of rater saw it; null when nothing is there. */
export function toChange(
  index: CellIndex,
  kommun: string,
  lasar: string | undefined,
  rater: RaterKind,
  language: Language,
): ChangeView | null {
  if (lasar === undefined) return null;
  const at = (area: Area, group: ChangeGroup) =>
    index.find({
      metric: `change_${group}`,
      unit: kommun,
      ageGroup: ALL_AGES,
      period: lasar,
      area,
      rater,
    });
  const areas = AREAS.filter((area) => CHANGE_GROUPS.some((group) => at(area, group) !== undefined));
  if (areas.length === 0) return null;
  const rows = areas.map((area) => ({
    area,
    name: areaName(area, language),
    cells: CHANGE_GROUPS.map((group): ChangeCell => {
      const cell = at(area, group);
      return { group, view: toCellView(cell, language), range: bandRange(cell?.cell) };
    }),
  }));
  const sides = areas.flatMap((area) => {
    const improved = bandRange(at(area, "improved")?.cell);
    const declined = bandRange(at(area, "declined")?.cell);
    return improved === null || declined === null ? [] : [{ improved, declined }];
  });
  return {
    lasar,
    rows,
    better: sides.filter(({ improved, declined }) => improved.from > declined.to).length,
    worse: sides.filter(({ improved, declined }) => declined.from > improved.to).length,
    shown: sides.length,
    isAllHidden: rows.every((row) => row.cells.every(({ view }) => view.kind === "hidden")),
    definitions: listDefinitions(
      CHANGE_GROUPS.map((group) => metricOf(`change_${group}`)),
      language,
    ),
  };
}

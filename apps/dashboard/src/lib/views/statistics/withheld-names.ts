import { areaLabel, raterLabel } from "@kompassen/domain/export";
import type { Language } from "@kompassen/domain/shared";
import { metricOf, PLACE_LEVELS, type ReleaseHead } from "@kompassen/domain/statistics";
import type { TableChoice } from "./table-choice.ts";
import { PLACE_LEVEL, TABLE_KINDS } from "./table-kinds.ts";

/** What a release left out at the level of a table: "Barnsamtal", "Medelskattning, Trygghet, barnets skattning". */
export function withheldNames(
  { tabell, niva, period, skattare }: TableChoice,
  { withheld }: ReleaseHead,
  language: Language,
): string[] {
  const { table, metrics, isByArea } = TABLE_KINDS[tabell];
  const level = PLACE_LEVELS.indexOf(PLACE_LEVEL[niva]);
  const names = withheld
    .filter(
      (one) =>
        one.table === table &&
        metrics.includes(one.metric) &&
        one.periods.includes(period) &&
        level >= PLACE_LEVELS.indexOf(one.level) &&
        (!isByArea || one.rater === skattare),
    )
    .map(({ metric, area, rater }) =>
      [
        metricOf(metric).name[language],
        area === null ? [] : areaLabel(area, language),
        rater === null ? [] : raterLabel(rater, language),
      ]
        .flat()
        .join(", "),
    );
  return [...new Set(names)];
}

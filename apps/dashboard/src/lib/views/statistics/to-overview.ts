import type { Language } from "@kompassen/domain/shared";
import { metricOf } from "@kompassen/domain/statistics";
import type { Messages } from "#lib/messages/sv/index.ts";
import type { CellIndex } from "./cell-index.ts";
import { lastQuarter, type ReleaseHistory, releasedPeriods, releasedQuarters } from "./release-history.ts";
import { toChange } from "./to-change.ts";
import { CHART_METRICS, type ChartSource } from "./to-chart-inputs.ts";
import { listDefinitions } from "./to-definitions.ts";
import { FIGURE_METRICS, toFigures } from "./to-figures.ts";
import { toLeadTimes } from "./to-lead-times.ts";
import { toSentence } from "./to-sentence.ts";

/** How many quarters the lines go back. */
const QUARTERS = 8;

/** How it goes at a glance: a sentence, four figures, and what the charts and the two small tables are made of. */
export function toOverview(
  history: ReleaseHistory,
  index: CellIndex,
  language: Language,
  words: Messages["statistics"],
) {
  const kommun = history.current.kommunCode;
  const quarter = lastQuarter(history.current);
  const lasar = releasedPeriods(history).lasar[0];
  const change = toChange(index, kommun, lasar, "barn", language);
  const chartSource: ChartSource = {
    index,
    kommun,
    quarters: releasedQuarters(history, QUARTERS),
    language,
    words,
  };
  const figures = toFigures(index, kommun, quarter, language);
  const lead = toLeadTimes(index, kommun, lasar, language);
  return {
    sentence: toSentence({ index, kommun, quarter, change, language, words }),
    figures,
    change,
    lead,
    /** Of every number on the two pages. */
    paperDefinitions: listDefinitions([...CHART_METRICS, ...FIGURE_METRICS].map(metricOf), language).concat(
      change?.definitions ?? [],
      lead?.definitions ?? [],
    ),
    chartSource,
  };
}

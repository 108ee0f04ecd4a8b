import type { Language } from "@kompassen/domain/shared";
import type { Messages } from "#lib/messages/sv/index.ts";
import type { CellIndex } from "./cell-index.ts";
import { lastQuarter, type ReleaseHistory, releasedPeriods, releasedQuarters } from "./release-history.ts";
import { toChange } from "./to-change.ts";
import type { ChartSource } from "./to-chart-inputs.ts";
import { toFigures } from "./to-figures.ts";
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
  return {
    sentence: toSentence({ index, kommun, quarter, change, language, words }),
    figures: toFigures(index, kommun, quarter, language),
    change,
    lead: toLeadTimes(index, kommun, lasar, language),
    chartSource,
  };
}

import { periodLabel } from "@kompassen/domain/export";
import type { PlaceLevel, ReleaseTable } from "@kompassen/domain/statistics";
import { error } from "@sveltejs/kit";
import { drawStatisticsBars, drawStatisticsLines } from "#lib/charts/draw-statistics.server.ts";
import { sendOnce } from "#lib/charts/send-once.ts";
import { loadMessages } from "#lib/messages/load-messages.ts";
import { findOr404 } from "#lib/server/find-or-404.ts";
import { indexCells } from "./cell-index.ts";
import { isWithin, partsOfChoice } from "./parts-of-choice.ts";
import { lastQuarter, openHistory } from "./release-history.ts";
import { choiceHref, choosablePeriods, readTableChoice } from "./table-choice.ts";
import { TABLE_KINDS } from "./table-kinds.ts";
import { CHART_NAMES, toChartInput } from "./to-chart-inputs.ts";
import { toOverview } from "./to-overview.ts";
import { toReleaseFacts } from "./to-release-facts.ts";
import { toTable } from "./to-table.ts";
import { toTableTitle } from "./to-table-title.ts";

interface Asked {
  readonly locals: App.Locals;
  readonly url: URL;
  readonly isDataRequest: boolean;
}

/** Of every release: what the sentence, the figures and the charts are made of. */
const OVERVIEW = {
  tables: ["uptake", "change", "lead_time"],
  levels: ["kommun"],
} satisfies { tables: ReleaseTable[]; levels: PlaceLevel[] };

/** A release as a page: the latest without an id; null before the first. Throws the 404 page for an unknown id. */
export async function loadStatistics({ locals, url, isDataRequest }: Asked, releaseId?: string) {
  const { locale } = locals;
  const [series, messages] = await Promise.all([
    findOr404(
      locals.api.statistics.listSeries({ tables: [...OVERVIEW.tables], levels: [...OVERVIEW.levels] }),
    ),
    loadMessages(locale),
  ]);
  const history = openHistory(
    series.map(({ head }) => head),
    releaseId,
  );
  if (history === null) {
    if (releaseId !== undefined) error(404);
    return null;
  }
  const { current, heads } = history;
  const kommunCells = series.filter(({ head }) => heads.includes(head)).flatMap(({ cells }) => cells);
  const overview = toOverview(history, indexCells(kommunCells), locale, messages.statistics);
  const path = url.pathname;
  const choice = readTableChoice(url.searchParams, history);
  const parts = await Promise.all(
    partsOfChoice(choice, history).map((part) => {
      const read = isWithin(part, OVERVIEW)
        ? series.find(({ head }) => head.id === part.releaseId)
        : undefined;
      return read ?? findOr404(locals.api.statistics.getRelease(part));
    }),
  );
  const cells = indexCells(parts.flatMap((part) => part.cells));
  const table = toTable(choice, history, cells, path, locale);
  const { chartSource, ...shown } = overview;
  return {
    ...shown,
    head: {
      id: current.id,
      kommunName: current.kommunName,
      releasedOn: current.releasedOn,
      approvedBy: current.approvedBy,
      periodText: periodLabel(lastQuarter(current), locale),
      isThin: current.withheld.some(({ reason }) => reason === "too_thin"),
    },
    facts: toReleaseFacts(current, true, current),
    latestId:
      releaseId === undefined ? null : (openHistory(series.map(({ head }) => head))?.current.id ?? null),
    charts: CHART_NAMES.map((name) => {
      const input = toChartInput(name, chartSource);
      const draw = name === "flode" ? drawStatisticsBars : drawStatisticsLines;
      return {
        name,
        title: input.title,
        chart: sendOnce(draw(input, messages.charts), { isDataRequest }),
        files: {
          svg: `/statistik/${current.id}/diagram/${name}.svg`,
          csv: `/statistik/${current.id}/diagram/${name}.csv`,
          fileName: `${current.id}-${name}`,
          // What is published is for everyone.
          stepUpHref: null,
        },
      };
    }),
    path,
    choice,
    periods: choosablePeriods(choice.tabell, history),
    isTableChosen: url.searchParams.has("tabell"),
    table,
    tableTitle: toTableTitle(choice, locale, messages.statistics),
    tableFacts:
      table === null
        ? null
        : toReleaseFacts(table.head, TABLE_KINDS[choice.tabell].table === "uptake", table),
    coarserHref: choiceHref(path, { ...choice, niva: "alder", alder: "alla" }, "tabell-vald"),
    releases: series
      .map(({ head }) => ({
        id: head.id,
        releasedOn: head.releasedOn,
        periods: head.periods,
        quarterText: periodLabel(lastQuarter(head), locale),
      }))
      .toReversed(),
  };
}

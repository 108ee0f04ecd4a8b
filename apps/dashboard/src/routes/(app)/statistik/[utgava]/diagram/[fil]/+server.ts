import { error } from "@sveltejs/kit";
import { lightColours } from "#lib/charts/chart-colours.ts";
import { chartToCsv } from "#lib/charts/chart-to-csv.ts";
import { drawStatisticsBars, drawStatisticsLines } from "#lib/charts/draw-statistics.server.ts";
import { toStandaloneSvg } from "#lib/charts/to-standalone-svg.ts";
import { loadMessages } from "#lib/messages/load-messages.ts";
import { findOr404 } from "#lib/server/find-or-404.ts";
import { indexCells } from "#lib/views/statistics/cell-index.ts";
import { openHistory } from "#lib/views/statistics/release-history.ts";
import { CHART_NAMES, toChartInput } from "#lib/views/statistics/to-chart-inputs.ts";
import { toOverview } from "#lib/views/statistics/to-overview.ts";
import type { RequestHandler } from "./$types";

/** A chart of the release's page as a file, from the same cells. */
export const GET: RequestHandler = async ({ locals, params }) => {
  if (locals.signedIn === null) error(401);
  const [base, ending] = params.fil.split(".");
  const name = CHART_NAMES.find((candidate) => candidate === base);
  if (name === undefined || (ending !== "svg" && ending !== "csv")) error(404);
  const [series, messages] = await Promise.all([
    findOr404(locals.api.statistics.listSeries({ tables: ["uptake"], levels: ["kommun"] })),
    loadMessages(locals.locale),
  ]);
  const history = openHistory(
    series.map(({ head }) => head),
    params.utgava,
  );
  if (history === null) error(404);
  const cells = series.filter(({ head }) => history.heads.includes(head)).flatMap((one) => one.cells);
  const { chartSource } = toOverview(history, indexCells(cells), locals.locale, messages.statistics);
  const input = toChartInput(name, chartSource);
  const draw = name === "flode" ? drawStatisticsBars : drawStatisticsLines;
  const { svg, table } = draw(input, messages.charts);
  const fileName = `${history.current.id}-${name}.${ending}`;
  return ending === "csv"
    ? asFile(chartToCsv(table), "text/csv; charset=utf-8", fileName)
    : asFile(
        toStandaloneSvg(svg, { title: input.title, paper: lightColours.paper }),
        "image/svg+xml; charset=utf-8",
        fileName,
      );
};

/** @param name a name known here and the release, never what the address said */
function asFile(body: string, type: string, name: string): Response {
  return new Response(body, {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
    },
  });
}

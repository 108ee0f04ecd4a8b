import { FILE_MINUTES } from "@kompassen/api/behovskompass";
import { hasSteppedUp } from "@kompassen/api/session";
import { error } from "@sveltejs/kit";
import { readCompassQuery } from "#lib/behovskompass/choose-compasses.ts";
import { lightColours } from "#lib/charts/chart-colours.ts";
import { chartToCsv } from "#lib/charts/chart-to-csv.ts";
import { toStandaloneSvg } from "#lib/charts/to-standalone-svg.ts";
import { loadMessages } from "#lib/messages/load-messages.ts";
import { findOr404 } from "#lib/server/find-or-404.ts";
import { toStepUp } from "#lib/server/to-step-up.ts";
import { drawChartFile } from "#lib/views/child-page/draw-chart-file.server.ts";
import { toPageWords } from "#lib/views/child-page/page-words.ts";
import { parseChartFile, toChartFiles } from "#lib/views/child-page/to-chart-files.ts";
import { toChildPage } from "#lib/views/child-page/to-child-page.ts";
import type { RequestHandler } from "./$types";

/** A chart of the page as a file, logged as one that leaves the product; the address holds opaque ids only. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  if (locals.signedIn === null) error(401);
  const file = parseChartFile(params.fil);
  if (file === null) error(404);
  const childId = params.id;
  // Back to the page with the chart: a file has no page to stay on.
  if (!hasSteppedUp(locals.context, FILE_MINUTES)) toStepUp(`/barn/${childId}/behovskompass${url.search}`);
  const [child, chart, messages] = await Promise.all([
    findOr404(locals.api.people.getChild({ childId })),
    findOr404(locals.api.behovskompass.getChartFile({ childId })),
    loadMessages(locals.locale),
  ]);
  if (chart.kind === "withheld") error(404);
  const words = toPageWords(child, messages, locals.locale);
  const page = toChildPage(chart, child, readCompassQuery(url.searchParams), locals.context.today, words);
  if (page === null) error(404);
  const { title, svg, table } = drawChartFile(file.name, page, messages.charts);
  const fileName = `${toChartFiles(page.choice, childId, null)[file.name].fileName}.${file.ending}`;
  return file.ending === "csv"
    ? asFile(chartToCsv(table), "text/csv; charset=utf-8", fileName)
    : asFile(
        toStandaloneSvg(svg, { title, paper: lightColours.paper }),
        "image/svg+xml; charset=utf-8",
        fileName,
      );
};

/** @param name a name known here and a day, never what the address said */
function asFile(body: string, type: string, name: string): Response {
  return new Response(body, {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
    },
  });
}

import { readCompassQuery } from "#lib/behovskompass/choose-compasses.ts";
import { drawCompass } from "#lib/charts/draw-compass.server.ts";
import { drawMultiples } from "#lib/charts/draw-multiples.server.ts";
import { drawReading } from "#lib/charts/draw-reading.server.ts";
import { sendMultiplesOnce, sendOnce } from "#lib/charts/send-once.ts";
import { loadMessages } from "#lib/messages/load-messages.ts";
import { findOr404 } from "#lib/server/find-or-404.ts";
import { stepUpHref } from "#lib/server/to-step-up.ts";
import { toPageWords } from "#lib/views/child-page/page-words.ts";
import { toChartFiles } from "#lib/views/child-page/to-chart-files.ts";
import { toChildPage } from "#lib/views/child-page/to-child-page.ts";
import { toLifeLine } from "#lib/views/child-page/to-life-line.ts";
import type { PageServerLoad } from "./$types";

/** Minutes: fewer than a file asks for, so that a page read for a while still gives it. */
const TO_SAVE = 10;

export const load: PageServerLoad = async ({ locals, params, url, parent, isDataRequest }) => {
  const { child, header } = await parent();
  if (!header.mayRead) return { kind: "limited" as const };
  const [chart, messages] = await Promise.all([
    findOr404(locals.api.behovskompass.getChart({ childId: params.id })),
    loadMessages(locals.locale),
  ]);
  const words = toPageWords(child, messages, locals.locale);
  const lifeLine = toLifeLine(chart, locals.locale, messages.barnetsPlan);
  if (chart.kind === "withheld") return { kind: chart.kind, draftIds: chart.draftIds, lifeLine };
  const page = toChildPage(chart, child, readCompassQuery(url.searchParams), locals.context.today, words);
  if (page === null) return { kind: "unrated" as const, lifeLine };
  const { compass, reading, multiples, ...shown } = page;
  const asked = { isDataRequest };
  return {
    kind: "open" as const,
    ...shown,
    lifeLine,
    charts: {
      compass: sendOnce(drawCompass(compass, messages.charts), asked),
      reading: sendOnce(drawReading(reading, messages.charts), asked),
      multiples: sendMultiplesOnce(drawMultiples(multiples, messages.charts), asked),
    },
    files: toChartFiles(shown.choice, params.id, stepUpHref(TO_SAVE)),
  };
};

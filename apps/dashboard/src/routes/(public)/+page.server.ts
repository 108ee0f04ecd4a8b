import { AREAS, type Area, areaName } from "@kompassen/domain/behovskompass";
import { drawCompass } from "#lib/charts/draw-compass.server.ts";
import { loadMessages } from "#lib/messages/load-messages.ts";
import type { PageServerLoad } from "./$types";

/** An invented compass, last time and now. */
const example: Record<Area, { previous: number; current: number }> = {
  omsorg: { previous: 4, current: 4 },
  trygghet: { previous: 2, current: 3 },
  ma_bra: { previous: 3, current: 3 },
  fritid: { previous: 2, current: 4 },
  tillhorighet: { previous: 3, current: 4 },
  ansvarstagande: { previous: 4, current: 5 },
  respekteras: { previous: 4, current: 4 },
  utvecklas: { previous: 3, current: 4 },
};

const score = (value: number) => ({ value, text: String(value) });

export const load: PageServerLoad = async ({ locals }) => {
  const { charts, start } = await loadMessages(locals.locale);
  const chart = drawCompass(
    {
      title: start.example.title,
      caption: start.example.caption,
      rater: { key: "barn", kind: "barn", name: start.example.rater },
      scale: start.example.scale,
      currentDay: { date: "2026-03-15", text: start.example.current },
      previousDay: { date: "2025-09-15", text: start.example.previous },
      areas: AREAS.map((key) => ({
        key,
        name: areaName(key, locals.locale),
        current: score(example[key].current),
        previous: score(example[key].previous),
      })),
    },
    charts,
  );
  return { example: chart };
};

import { AREAS, areaName } from "@kompassen/domain/behovskompass";
import { CONSENT_STEPS, consentText } from "@kompassen/domain/consent";
import { error } from "@sveltejs/kit";
import { loadPaper } from "#lib/consent/load-paper.server.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const step = CONSENT_STEPS.find((one) => one === params.steg);
  if (step === undefined) error(404);
  const { words, ...paper } = await loadPaper(locals, params.id, url);
  const text = consentText(step);
  return {
    ...paper,
    step,
    version: text.version,
    title: text.title[paper.language],
    means: text.means.map((one) => one[paper.language]),
    areas: AREAS.map((area) => areaName(area, paper.language)),
  };
};

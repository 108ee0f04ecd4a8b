import { loadPaper } from "#lib/consent/load-paper.server.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { words, ...paper } = await loadPaper(locals, params.id, url);
  return paper;
};

import { RELEASE_TABLES } from "@kompassen/domain/statistics";
import { fail, redirect } from "@sveltejs/kit";
import { answerForm } from "#lib/server/answer-form.ts";
import { findOr404 } from "#lib/server/find-or-404.ts";
import { readText } from "#lib/server/read-text.ts";
import { stepUpHref } from "#lib/server/to-step-up.ts";
import { toPreview } from "#lib/views/statistics/to-preview.ts";
import type { Actions, PageServerLoad } from "./$types";

/** Rows of hidden cells on one page; "alla" in the address shows the rest. */
const PAGE = 50;

/** Minutes: fewer than the verb asks for, so that there is time to approve. */
const TO_READ_AND_APPROVE = 10;

export const load: PageServerLoad = async ({ locals, params, url, parent }) => {
  await parent();
  const { draft, head, cells } = await findOr404(locals.api.release.getDraft({ draftId: params.draftId }));
  const hidden = RELEASE_TABLES.map((table) => ({
    table,
    count: cells.filter((cell) => cell.table === table && cell.hidden !== null).length,
  }));
  const chosen = url.searchParams.get("tabell");
  const table =
    RELEASE_TABLES.find((one) => one === chosen) ?? hidden.find(({ count }) => count > 0)?.table ?? "uptake";
  const most = url.searchParams.has("alla") ? cells.length : PAGE;
  return {
    draft,
    stepUpHref: stepUpHref(TO_READ_AND_APPROVE, "#beslut"),
    hidden,
    head: head === null ? null : { cellCount: head.cellCount, hiddenCount: head.hiddenCount },
    preview: head === null ? null : toPreview(cells, head.places, table, most, locals.locale),
  };
};

export const actions: Actions = {
  godkann: async ({ locals, params, request }) => {
    const form = await request.formData();
    if (form.get("genomgangen") !== "ja") return fail(400, { isUnread: true });
    const answer = await answerForm(
      () => locals.api.release.approveDraft({ draftId: params.draftId, sha256: readText(form, "sha256") }),
      {},
    );
    if (answer.refused !== undefined) return answer.refused;
    redirect(303, `/statistik/utgavor/${params.draftId}`);
  },

  "dra-tillbaka": async ({ locals, params }) => {
    const answer = await answerForm(() => locals.api.release.withdrawDraft({ draftId: params.draftId }), {});
    if (answer.refused !== undefined) return answer.refused;
    redirect(303, `/statistik/utgavor/${params.draftId}`);
  },
};

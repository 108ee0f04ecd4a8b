import { CHILDREN_COLUMNS } from "@kompassen/api/import";
import { HISTORY_COLUMNS } from "@kompassen/domain/history";
import { answerUpload } from "#lib/import/answer-upload.server.ts";
import { ensureMayImport } from "#lib/import/ensure-may-import.server.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, parent }) => {
  // Whoever is not signed in is sent to sign in first.
  await parent();
  ensureMayImport(locals);
  return {
    units: await locals.api.import.listUnitCodes(),
    historyColumns: HISTORY_COLUMNS,
    childrenColumns: CHILDREN_COLUMNS,
  };
};

export const actions: Actions = {
  granska: ({ request, locals }) => answerUpload(request, locals, "preview"),
  "las-in": ({ request, locals }) => answerUpload(request, locals, "commit"),
};

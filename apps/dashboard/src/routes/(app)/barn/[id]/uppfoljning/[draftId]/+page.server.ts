import { isArea } from "@kompassen/domain/behovskompass";
import { error, fail, redirect } from "@sveltejs/kit";
import { stepSearch } from "#lib/draft/area-items.ts";
import { nextArea } from "#lib/draft/area-progress.ts";
import { withArea, withStart } from "#lib/draft/change-content.ts";
import type { DraftContent, FormArea } from "#lib/draft/draft-content.ts";
import { type MergedContent, mergeContent } from "#lib/draft/merge-content.ts";
import { readAreaForm, readBase, TAKE_BACK_NAME } from "#lib/draft/read-area-form.ts";
import { readConflictChoices } from "#lib/draft/to-conflict-fields.ts";
import type { Actions, PageServerLoad } from "./$types";
import { loadDraft } from "./load-draft.server.ts";
import { saveMerged } from "./save-merged.server.ts";

/** Reads nothing of the address but its path: going from area to area then asks the server for nothing. */
export const load: PageServerLoad = ({ locals, params }) => loadDraft(locals, params);

export const actions: Actions = {
  /** One area as a plain form, when the page has no script. */
  spara: async ({ locals, params, request }) => {
    const form = await request.formData();
    const { form: draft } = await loadDraft(locals, params);
    const area = areaOf(form, draft.areas);
    const start = form.get("start");
    const fromHere = (content: DraftContent) =>
      typeof start === "string" && isArea(start) ? withStart(content, start) : content;
    const given = readAreaForm(form, area);
    const saved = await saveMerged(locals, params, (stored) => {
      const base = withArea(stored, area.key, readBase(form, area));
      return mergeContent(base, fromHere(withArea(stored, area.key, given)), stored);
    });
    if (saved.conflicts.length > 0) return fail(409, { conflicts: saved.conflicts, version: saved.version });
    if (form.has(TAKE_BACK_NAME)) {
      redirect(303, stepSearch({ area: area.key, start: null, returnsToCheck: false }));
    }
    const next = form.get("till") === "kontroll" ? null : nextArea(saved.content, draft.areas, area.key);
    if (next === null) redirect(303, `/barn/${params.id}/uppfoljning/${params.draftId}/kontroll`);
    redirect(303, stepSearch({ area: next, start: null, returnsToCheck: false }));
  },

  /** What was chosen where two had answered differently. */
  valj: async ({ locals, params, request }) => {
    const form = await request.formData();
    const { form: draft } = await loadDraft(locals, params);
    const choices = readConflictChoices(form, draft.areas);
    await saveMerged(locals, params, (stored): MergedContent => {
      const content = choices.reduce((kept, { area, chosen }) => withArea(kept, area, chosen), stored);
      return { content, conflicts: [] };
    });
    const [first] = choices;
    redirect(
      303,
      first === undefined ? "?" : stepSearch({ area: first.area, start: null, returnsToCheck: false }),
    );
  },
};

function areaOf(form: FormData, areas: readonly FormArea[]): FormArea {
  const found = areas.find(({ key }) => key === form.get("omrade"));
  return found ?? error(404);
}

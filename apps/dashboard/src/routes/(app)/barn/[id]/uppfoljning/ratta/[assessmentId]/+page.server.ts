import type { AssessmentForm } from "@kompassen/api/behovskompass";
import { PLACEHOLDER_NOTICE, scaleAnchors } from "@kompassen/domain/behovskompass";
import { dateText } from "@kompassen/domain/shared";
import { fail, redirect } from "@sveltejs/kit";
import { raterName } from "#lib/behovskompass/rater-name.ts";
import { withArea } from "#lib/draft/change-content.ts";
import type { DraftContent, FormArea } from "#lib/draft/draft-content.ts";
import { momentText } from "#lib/draft/moment-text.ts";
import { readAreaForm, TAKE_BACK_NAME } from "#lib/draft/read-area-form.ts";
import { toFormAreas } from "#lib/draft/to-form-areas.ts";
import { loadMessages } from "#lib/messages/load-messages.ts";
import { answerForm } from "#lib/server/answer-form.ts";
import { findOr404 } from "#lib/server/find-or-404.ts";
import { newId } from "#lib/server/new-id.ts";
import { readText } from "#lib/server/read-text.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, params }) => {
  const { api, locale, context } = locals;
  const child = await findOr404(api.people.getChild({ childId: params.id }));
  const who = { id: child.id, givenName: child.givenName };
  const blind = child.drafts.filter(({ isMine, isShownAnyway }) => isMine && !isShownAnyway);
  if (blind.length > 0) return { child: who, kind: "withheld" as const, draftIds: blind.map(({ id }) => id) };

  const [form, messages] = await Promise.all([
    findOr404(api.behovskompass.getAssessment({ childId: params.id, assessmentId: params.assessmentId })),
    loadMessages(locale),
  ]);
  const { lowest, highest } = scaleAnchors(form.instrument);
  const rater = raterName(form.rater, child.guardians, messages.behovskompass.raters);
  return {
    child: who,
    kind: "open" as const,
    context: messages.draft.form.context(
      messages.draft.forms[form.instrument],
      rater,
      dateText(form.assessedOn, locale),
    ),
    scale: messages.draft.form.scale(lowest[locale], highest[locale]),
    placeholderNotice: form.instrumentStatus === "placeholder" ? PLACEHOLDER_NOTICE[locale] : null,
    ageForm: form.ageForm,
    areas: toFormAreas(form.statements, locale),
    content: form.content,
    isCurrent: form.isCurrent,
    currentId: form.revisions.at(-1)?.id ?? form.id,
    revisions: form.revisions.map(({ id, revision, submittedAt, authorName, reason }) => ({
      id,
      text: messages.draft.correct.version(
        revision,
        momentText(submittedAt, locale),
        authorName ?? messages.draft.correct.unknownAuthor,
      ),
      reason,
    })),
    newRevisionId: newId(context.now),
  };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const sent = await request.formData();
    const form = await findOr404(
      locals.api.behovskompass.getAssessment({ childId: params.id, assessmentId: params.assessmentId }),
    );
    const content = readContent(sent, form, toFormAreas(form.statements, locals.locale));
    const filled = { content, reason: readText(sent, "reason") };
    if (sent.has(TAKE_BACK_NAME)) return fail(422, { filled, refusal: null });
    const answer = await answerForm(
      () =>
        locals.api.behovskompass.correctAssessment({
          childId: params.id,
          assessmentId: params.assessmentId,
          revisionId: readText(sent, "revisionId"),
          ...filled,
        }),
      filled,
    );
    if (answer.refused !== undefined) return answer.refused;
    redirect(303, `/barn/${params.id}/samtal/${answer.done.compassId}`);
  },
};

function readContent(sent: FormData, form: AssessmentForm, areas: readonly FormArea[]): DraftContent {
  return areas.reduce((content, area) => withArea(content, area.key, readAreaForm(sent, area)), form.content);
}

import { error, fail, redirect } from "@sveltejs/kit";
import { readValues, toConversationInput, toValues } from "#lib/follow-up/conversation-values.ts";
import { loadMessages } from "#lib/messages/load-messages.ts";
import { answerForm } from "#lib/server/answer-form.ts";
import { findOr404 } from "#lib/server/find-or-404.ts";
import { toConversationPage } from "#lib/views/conversation/to-conversation-page.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { api, context, locale } = locals;
  const [child, chart, conversation, messages] = await Promise.all([
    findOr404(api.people.getChild({ childId: params.id })),
    findOr404(api.behovskompass.getChart({ childId: params.id })),
    findOr404(api.followUp.getConversation({ childId: params.id, compassId: params.compassId })),
    loadMessages(locale),
  ]);
  const who = { id: child.id, givenName: child.givenName };
  if (chart.kind === "withheld") return { child: who, kind: chart.kind, draftIds: chart.draftIds };
  const sources = { child, chart, conversation, compassId: params.compassId, today: context.today };
  return {
    child: who,
    kind: chart.kind,
    mayWrite: child.standings.some((one) => one === "barnkontakt" || one === "stodsamordnare"),
    isSaved: url.searchParams.get("sparad") === "ja",
    today: context.today,
    page: toConversationPage(sources, messages, locale) ?? error(404),
  };
};

export const actions: Actions = {
  default: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const values = readValues(form);
    const round = { childId: params.id, compassId: params.compassId };
    const answer = await answerForm(
      () =>
        locals.api.followUp.recordConversation({
          ...round,
          version: Number(form.get("version")),
          ...toConversationInput(values),
        }),
      { values },
    );
    if (answer.refused === undefined) redirect(303, `${url.pathname}?sparad=ja`);
    const { refusal } = answer.refused.data;
    if (refusal.code !== "conflict") return fail(400, { values, refusal, conflict: null });
    const saved = await locals.api.followUp.getConversation(round);
    return fail(409, {
      values,
      refusal: null,
      conflict: { version: saved.version, values: toValues(saved, values.nextFollowUpOn ?? "") },
    });
  },
};

import { dateText, isLocalDate } from "@kompassen/domain/shared";
import { error, fail, redirect } from "@sveltejs/kit";
import { loadMessages } from "#lib/messages/load-messages.ts";
import { answerForm } from "#lib/server/answer-form.ts";
import { findOr404 } from "#lib/server/find-or-404.ts";
import { newId } from "#lib/server/new-id.ts";
import { readOptional, readText } from "#lib/server/read-text.ts";
import { toFormConflict } from "#lib/shared/to-form-conflict.ts";
import type { Actions, PageServerLoad } from "./$types";

/** `ny` in the address is an event to record. */
export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { header } = await parent();
  if (!header.mayWrite) error(404);
  const { today, now } = locals.context;
  if (params.eventId === "ny") {
    return { eventId: newId(now), version: null, today, stored: { happenedOn: "", description: "" } };
  }
  const { events } = await findOr404(locals.api.barnetsPlan.getLifeLine({ childId: params.id }));
  const event = events.find(({ id }) => id === params.eventId);
  if (event === undefined) error(404);
  const { happenedOn, description } = event;
  return { eventId: event.id, version: event.version, today, stored: { happenedOn, description } };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData();
    const filled = {
      happenedOn: readText(form, "happenedOn"),
      description: readText(form, "description"),
    };
    const version = readOptional(form, "version");
    const { api, locale } = locals;
    const answer = await answerForm(async () => {
      const written = { childId: params.id, eventId: readText(form, "eventId"), ...filled };
      if (version === null) await api.barnetsPlan.recordLifeEvent(written);
      else await api.barnetsPlan.changeLifeEvent({ ...written, version: Number(version) });
    }, filled);
    if (answer.refused === undefined) redirect(303, `/barn/${params.id}/stod?sparat`);
    const { refusal } = answer.refused.data;
    const { barnetsPlan } = await loadMessages(locale);
    const conflict = toFormConflict(refusal.detail, filled, {
      happenedOn: {
        label: barnetsPlan.event.happenedOn,
        text: (day) => (isLocalDate(day) ? dateText(day, locale) : day),
      },
      description: { label: barnetsPlan.event.description },
    });
    return fail(answer.refused.status, { refusal, filled, conflict });
  },
};

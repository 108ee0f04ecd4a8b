import { answerCandidateInput } from "@kompassen/api/school-register";
import { DEFAULT_RULES, suggestFollowUpDate } from "@kompassen/domain/follow-up";
import { dateText, isLocalDate } from "@kompassen/domain/shared";
import { error, fail, redirect } from "@sveltejs/kit";
import { loadMessages } from "#lib/messages/load-messages.ts";
import { toChildDetails } from "#lib/people/to-child-details.ts";
import { noticeText } from "#lib/school-register/notice-text.ts";
import { toCandidateRows } from "#lib/school-register/to-candidate-rows.ts";
import { answerForm } from "#lib/server/answer-form.ts";
import { newId } from "#lib/server/new-id.ts";
import { readOptional, readText } from "#lib/server/read-text.ts";
import { toFormConflict } from "#lib/shared/to-form-conflict.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  const { locale, context } = locals;
  const [{ child, header }, { people, schoolRegister }] = await Promise.all([parent(), loadMessages(locale)]);
  if (!header.mayRead) error(404);
  const { api } = locals;
  const [candidates, notices] = header.mayWrite
    ? await Promise.all([
        api.schoolRegister.listCandidates({ childId: child.id }),
        api.schoolRegister.listNotices({ childId: child.id }),
      ])
    : [[], []];
  const suggestion = suggestFollowUpDate(context.today, DEFAULT_RULES);
  return {
    details: toChildDetails(child, context.today, locale, people),
    suggestion: dateText(suggestion, locale),
    isSaved: url.searchParams.has("sparat"),
    isAsked: url.searchParams.has("tillfragad"),
    candidates: toCandidateRows(candidates, schoolRegister, () => newId(context.now)),
    notices: notices.map((notice) => ({ id: notice.id, text: noticeText(notice, locale, schoolRegister) })),
  };
};

export const actions: Actions = {
  answerCandidate: async ({ request, locals, params }) => {
    const form = await request.formData();
    const kind = readText(form, "kind");
    const answer = {
      kind,
      guardianId: readText(form, "guardianId"),
      name: readText(form, "name"),
      relation: readText(form, "relation"),
    };
    await answerForm(
      () =>
        locals.api.schoolRegister.answerCandidate({
          childId: params.id,
          ...answerCandidateInput.parse({
            sourceId: readText(form, "sourceId"),
            version: Number(readText(form, "version")),
            answer,
          }),
        }),
      {},
    );
    // What somebody else answered meanwhile is on the page, which is read anew either way.
    redirect(303, `/barn/${params.id}/uppgifter?sparat`);
  },
  seeNotices: async ({ locals, params }) => {
    await locals.api.schoolRegister.seeNotices({ childId: params.id });
    redirect(303, `/barn/${params.id}/uppgifter`);
  },
  reopen: async ({ request, locals, params }) => {
    const form = await request.formData();
    const version = Number(readText(form, "version"));
    const answer = await answerForm(() => locals.api.people.reopenChild({ childId: params.id, version }), {});
    // What somebody else did meanwhile is on the page, which is read anew either way.
    redirect(303, `/barn/${params.id}/uppgifter${answer.refused === undefined ? "?sparat" : ""}`);
  },
  planFollowUp: async ({ request, locals, params }) => {
    const form = await request.formData();
    const filled = { nextFollowUpOn: readText(form, "nextFollowUpOn") };
    const answer = await answerForm(
      () =>
        locals.api.people.planFollowUp({
          childId: params.id,
          nextFollowUpOn: readOptional(form, "nextFollowUpOn"),
          version: Number(readText(form, "version")),
        }),
      filled,
    );
    if (answer.refused === undefined) redirect(303, `/barn/${params.id}/uppgifter?sparat`);
    const { refusal } = answer.refused.data;
    const { people } = await loadMessages(locals.locale);
    const label = people.details.next.label;
    const text = (date: string) =>
      isLocalDate(date) ? dateText(date, locals.locale) : people.details.next.none;
    const conflict = toFormConflict(refusal.detail, filled, { nextFollowUpOn: { label, text } });
    return fail(answer.refused.status, { refusal, filled, conflict });
  },
};

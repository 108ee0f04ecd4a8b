import { appointInput, askHandOverInput } from "@kompassen/api/people";
import { dateText } from "@kompassen/domain/shared";
import { error, fail, redirect } from "@sveltejs/kit";
import { momentText } from "#lib/draft/moment-text.ts";
import { toSuccessorOptions } from "#lib/hand-over/to-successor-options.ts";
import { loadMessages } from "#lib/messages/load-messages.ts";
import { toStaffOptions } from "#lib/people/to-staff-options.ts";
import { answerForm } from "#lib/server/answer-form.ts";
import { newId } from "#lib/server/new-id.ts";
import { readText } from "#lib/server/read-text.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, parent, params }) => {
  const { header, child } = await parent();
  if (!header.mayWrite) error(404);
  const [{ staff }, asking, { people, handOver }] = await Promise.all([
    locals.api.people.listOptions(),
    locals.api.people.getHandOver({ childId: params.id }),
    loadMessages(locals.locale),
  ]);
  const { today, now } = locals.context;
  const { locale } = locals;
  const isRunning = ({ validTo }: { validTo: string | null }) => validTo === null || validTo >= today;
  const asked = asking.asked.map((row) => ({
    ...row,
    askedText: momentText(row.askedAt, locale),
    stateText: handOver.ask.states[row.state],
    yesText: row.familySaidYesOn === null ? null : dateText(row.familySaidYesOn, locale),
  }));
  return {
    staff: toStaffOptions(staff, people),
    mayAsk: asking.mayAsk,
    successors: toSuccessorOptions(asking.options, handOver),
    pending: asked.find(({ state }) => state === "pending") ?? null,
    earlier: asked.filter(({ state }) => state !== "pending"),
    hasStodsamordnare: child.relations.some((row) => row.kind === "stodsamordnare" && isRunning(row)),
    talkLeaders: child.relations
      .filter((row) => row.kind === "samtalsledare" && isRunning(row))
      .map(({ id, name, title }) => ({ id, name, title })),
    relationId: newId(now),
    endingId: newId(now),
    handOverId: newId(now),
    today,
  };
};

type Api = App.Locals["api"];

/** Whoever has handed over the own task may no longer see the child: then the way leads to the list. */
async function whereNext(api: Api, childId: string): Promise<string> {
  const isStillMine = await api.people.getChild({ childId }).then(
    () => true,
    () => false,
  );
  return isStillMine ? `/barn/${childId}/uppgifter?sparat` : "/barn?overlamnat";
}

export const actions: Actions = {
  ask: async ({ request, locals, params }) => {
    const form = await request.formData();
    const asked = {
      toPersonId: readText(form, "toPersonId"),
      sharing: readText(form, "sharing"),
      what: readText(form, "sharing.what"),
      familySaidYesOn: readText(form, "sharing.familySaidYesOn"),
    };
    const sharing =
      asked.sharing === "history"
        ? { kind: "history", what: asked.what, familySaidYesOn: asked.familySaidYesOn }
        : { kind: asked.sharing };
    const answer = await answerForm(
      () =>
        locals.api.people.askHandOver({
          childId: params.id,
          ...askHandOverInput.parse({
            handOverId: readText(form, "handOverId"),
            toPersonId: asked.toPersonId,
            sharing,
          }),
        }),
      {},
    );
    if (answer.refused === undefined) redirect(303, `/barn/${params.id}/uppgifter?tillfragad`);
    const { refusal } = answer.refused.data;
    return fail(answer.refused.status, { action: "ask" as const, refusal, asked });
  },
  withdraw: async ({ request, locals, params }) => {
    const form = await request.formData();
    const sent = { handOverId: readText(form, "handOverId"), version: Number(readText(form, "version")) };
    await answerForm(() => locals.api.people.withdrawHandOver({ childId: params.id, ...sent }), {});
    // What was answered meanwhile is on the page, which is read anew either way.
    redirect(303, await whereNext(locals.api, params.id));
  },
  appoint: async ({ request, locals, params }) => {
    const form = await request.formData();
    const filled = { kind: readText(form, "kind"), personId: readText(form, "personId") };
    const answer = await answerForm(
      () =>
        locals.api.people.appoint({
          childId: params.id,
          ...appointInput.parse({ ...filled, relationId: readText(form, "relationId") }),
        }),
      {},
    );
    if (answer.refused === undefined) redirect(303, await whereNext(locals.api, params.id));
    const { refusal } = answer.refused.data;
    return fail(answer.refused.status, { action: "appoint" as const, refusal, filled });
  },
  end: async ({ request, locals, params }) => {
    const form = await request.formData();
    const answer = await answerForm(
      () =>
        locals.api.people.appoint({
          childId: params.id,
          kind: "stodsamordnare",
          relationId: readText(form, "relationId"),
          personId: null,
        }),
      {},
    );
    if (answer.refused === undefined) redirect(303, await whereNext(locals.api, params.id));
    return fail(answer.refused.status, { action: "end" as const, refusal: answer.refused.data.refusal });
  },
  endTalks: async ({ request, locals, params }) => {
    const form = await request.formData();
    const relationId = readText(form, "relationId");
    const answer = await answerForm(() => locals.api.people.endTalks({ childId: params.id, relationId }), {});
    if (answer.refused === undefined) redirect(303, `/barn/${params.id}/uppgifter?sparat`);
    return fail(answer.refused.status, { action: "endTalks" as const, refusal: answer.refused.data.refusal });
  },
};

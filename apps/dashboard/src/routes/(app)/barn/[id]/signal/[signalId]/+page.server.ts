import { isComparable } from "@kompassen/domain/follow-up";
import { redirect } from "@sveltejs/kit";
import { readDecision } from "#lib/follow-up/read-decision.ts";
import { loadMessages } from "#lib/messages/load-messages.ts";
import { answerForm } from "#lib/server/answer-form.ts";
import { findOr404 } from "#lib/server/find-or-404.ts";
import { newId } from "#lib/server/new-id.ts";
import { readOptional, readText } from "#lib/server/read-text.ts";
import { toSignalPage } from "#lib/views/signal/to-signal-page.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { api, context, locale } = locals;
  const [child, card, messages] = await Promise.all([
    findOr404(api.people.getChild({ childId: params.id })),
    findOr404(api.followUp.getSignal({ childId: params.id, signalId: params.signalId })),
    loadMessages(locale),
  ]);
  const who = { id: child.id, givenName: child.givenName };
  if (card.kind === "withheld") return { child: who, kind: card.kind, draftIds: card.draftIds };
  const hasFallen = card.comparisons.some(
    ({ comparison }) => isComparable(comparison) && comparison.droppedStatements.length > 0,
  );
  const statements = hasFallen ? await api.behovskompass.listStatements() : [];
  const statementTexts = new Map(
    statements
      .toReversed()
      .flatMap(({ key, text, textEn }) =>
        text === null || textEn === null ? [] : [[key, { sv: text, en: textEn }] as const],
      ),
  );
  return {
    child: who,
    kind: card.kind,
    signal: toSignalPage(card, { child, today: context.today, statementTexts }, messages, locale),
    mayWrite: child.standings.some((one) => one === "barnkontakt" || one === "stodsamordnare"),
    isDecidedNow: url.searchParams.get("beslutad") === "ja",
    today: context.today,
    newMeetingId: newId(context.now),
  };
};

export const actions: Actions = {
  sedd: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const answer = await answerForm(
      () => locals.api.followUp.markSeen({ ...ofSignal(params), version: Number(form.get("version")) }),
      {},
    );
    if (answer.refused !== undefined) return answer.refused;
    redirect(303, url.pathname);
  },

  lyft: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const meetingId = readText(form, "meetingId");
    const answer = await answerForm(
      () =>
        locals.api.followUp.placeOnAgenda({
          ...ofSignal(params),
          version: Number(form.get("version")),
          meetingId,
        }),
      { meetingId },
    );
    if (answer.refused !== undefined) return answer.refused;
    redirect(303, url.pathname);
  },

  /** A new dated meeting with this on its agenda. */
  mote: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const meeting = {
      meetingId: readText(form, "newMeetingId"),
      teamId: readText(form, "teamId"),
      heldOn: readText(form, "heldOn"),
      startsAt: readOptional(form, "startsAt"),
      place: readOptional(form, "place"),
    };
    const answer = await answerForm(async () => {
      await locals.api.barnteam.createMeeting(meeting);
      await locals.api.followUp.placeOnAgenda({
        ...ofSignal(params),
        version: Number(form.get("version")),
        meetingId: meeting.meetingId,
      });
    }, meeting);
    if (answer.refused !== undefined) return answer.refused;
    redirect(303, url.pathname);
  },

  besluta: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const { filled, input } = readDecision(form);
    const answer = await answerForm(
      () => locals.api.followUp.decideSignal({ childId: params.id, ...input }),
      filled,
    );
    if (answer.refused !== undefined) return answer.refused;
    redirect(303, `${url.pathname}?beslutad=ja`);
  },
};

const ofSignal = ({ id, signalId }: { id: string; signalId: string }) => ({ childId: id, signalId });

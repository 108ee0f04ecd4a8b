import { redirect } from "@sveltejs/kit";
import { readDecision } from "#lib/follow-up/read-decision.ts";
import { loadMessages } from "#lib/messages/load-messages.ts";
import { answerForm } from "#lib/server/answer-form.ts";
import { findOr404 } from "#lib/server/find-or-404.ts";
import { newId } from "#lib/server/new-id.ts";
import { readOptional, readText } from "#lib/server/read-text.ts";
import { toTeamPage } from "#lib/views/team/to-team-page.ts";
import type { Actions, PageServerLoad } from "./$types";

const SAVED = ["beslut", "uppsatt", "mote", "hallet", "installt"] as const;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { api, context, locale } = locals;
  const [team, { barnteam }] = await Promise.all([
    findOr404(api.barnteam.getTeam({ teamId: params.teamId })),
    loadMessages(locale),
  ]);
  const child = team.children.find(({ childId }) => childId === team.childId);
  return {
    team: {
      id: team.id,
      name: team.name,
      kind: team.kind,
      childName: child?.givenName ?? child?.caseNumber ?? null,
      members: team.members.map(({ personId, name, part }) => ({ id: personId, name, part })),
    },
    page: toTeamPage(team, { today: context.today, language: locale, words: barnteam.team }),
    saved: SAVED.find((one) => one === url.searchParams.get("sparat")) ?? null,
    today: context.today,
    newMeetingId: newId(context.now),
  };
};

const saved = (url: URL, what: (typeof SAVED)[number]) => redirect(303, `${url.pathname}?sparat=${what}`);

export const actions: Actions = {
  besluta: async ({ locals, request, url }) => {
    const form = await request.formData();
    const { filled, input } = readDecision(form);
    const answer = await answerForm(
      () => locals.api.followUp.decideSignal({ childId: readText(form, "childId"), ...input }),
      filled,
    );
    return answer.refused ?? saved(url, "beslut");
  },

  /** Everything of a child that waits, on one agenda. */
  satt_upp: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const [childId, meetingId] = [readText(form, "childId"), readText(form, "meetingId")];
    const answer = await answerForm(async () => {
      const team = await locals.api.barnteam.getTeam({ teamId: params.teamId });
      const signals = team.children.find((child) => child.childId === childId)?.signals ?? [];
      for (const { id, life, version } of signals) {
        const waits = life.state === "new" || life.state === "seen" || life.state === "on_agenda";
        if (!waits) continue;
        await locals.api.followUp.placeOnAgenda({ childId, signalId: id, version, meetingId });
      }
    }, {});
    return answer.refused ?? saved(url, "uppsatt");
  },

  mote: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const meeting = {
      meetingId: readText(form, "newMeetingId"),
      heldOn: readText(form, "heldOn"),
      startsAt: readOptional(form, "startsAt"),
      place: readOptional(form, "place"),
    };
    const answer = await answerForm(
      () => locals.api.barnteam.createMeeting({ ...meeting, teamId: params.teamId }),
      meeting,
    );
    return answer.refused ?? saved(url, "mote");
  },

  hallet: async ({ locals, request, url }) => {
    const answer = await closeMeeting(locals, await request.formData(), "held");
    return answer.refused ?? saved(url, "hallet");
  },

  installt: async ({ locals, request, url }) => {
    const answer = await closeMeeting(locals, await request.formData(), "cancelled");
    return answer.refused ?? saved(url, "installt");
  },
};

function closeMeeting({ api }: App.Locals, form: FormData, state: "held" | "cancelled") {
  return answerForm(
    () =>
      api.barnteam.closeMeeting({
        meetingId: readText(form, "meetingId"),
        version: Number(form.get("version")),
        state,
      }),
    {},
  );
}

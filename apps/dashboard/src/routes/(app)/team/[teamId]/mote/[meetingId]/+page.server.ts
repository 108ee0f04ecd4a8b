import { ageInYears } from "@kompassen/domain/people";
import { error, redirect } from "@sveltejs/kit";
import { drawCompass } from "#lib/charts/draw-compass.server.ts";
import { loadMessages } from "#lib/messages/load-messages.ts";
import { findOr404 } from "#lib/server/find-or-404.ts";
import { toMeetingRow } from "#lib/views/team/to-team-page.ts";
import { toMeetingChild } from "#lib/views/team-meeting/to-meeting-child.ts";
import type { PageServerLoad } from "./$types";

/** One child at a time: nothing of the others on the agenda reaches the page. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  if (locals.signedIn === null) redirect(303, `/logga-in?till=${encodeURIComponent(url.pathname)}`);
  const { api, context, locale } = locals;
  const [team, messages] = await Promise.all([
    findOr404(api.barnteam.getTeam({ teamId: params.teamId })),
    loadMessages(locale),
  ]);
  const meeting = team.meetings.find(({ id }) => id === params.meetingId) ?? error(404);
  // A team around one child always meets about that child.
  const children = team.children.filter(
    ({ childId, meetingIds }) => childId === team.childId || meetingIds.includes(meeting.id),
  );
  const asked = Number(url.searchParams.get("nr") ?? 1);
  const at = Math.min(Math.max(Number.isInteger(asked) ? asked : 1, 1), Math.max(children.length, 1));
  const frame = {
    teamId: team.id,
    meeting: toMeetingRow(meeting, { language: locale, words: messages.barnteam.team }),
    at,
    count: children.length,
  };
  const child = children[at - 1];
  if (child === undefined) return { ...frame, child: null };

  const chart = await findOr404(api.behovskompass.getChart({ childId: child.childId }));
  const years = child.birthDate === null ? null : ageInYears(child.birthDate, context.today);
  const who = {
    id: child.childId,
    givenName: child.givenName ?? child.caseNumber,
    facts: [child.caseNumber, ...(years === null ? [] : [messages.people.age(years)])].join(" · "),
    isResponsible: child.isResponsible,
  };
  if (chart.kind === "withheld") return { ...frame, child: { ...who, shown: null } };
  const shown = toMeetingChild(child, chart, { meetingId: meeting.id, messages, language: locale });
  const { compass, ...topics } = shown;
  return {
    ...frame,
    child: {
      ...who,
      shown: { ...topics, compass: compass === null ? null : drawCompass(compass, messages.charts) },
    },
  };
};

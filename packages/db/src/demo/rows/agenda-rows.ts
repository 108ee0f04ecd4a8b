import { addDays, type LocalDate } from "@kompassen/domain/shared";
import type { KommunRows } from "../../factories/index.ts";
import type { ChildStory } from "../story/child-story.ts";
import { stayOn } from "../story/stays.ts";
import { coveredDays } from "../story/tell-consents.ts";
import { earliest } from "../story/tell-rounds.ts";
import { responsibleOn } from "./child-rows.ts";
import type { KommunContext } from "./kommun-context.ts";
import { type DemoMeeting, individualTeamId, type Meetings, standingTeamId } from "./team-rows.ts";

/** Meetings that may have the child on their agenda from a day on: the team of that day, while a consent covers it. */
export function meetingsAfter(
  story: ChildStory,
  day: LocalDate,
  context: KommunContext,
  meetings: Meetings,
): DemoMeeting[] {
  const { stodsamordnare } = story;
  const isIndividual = stodsamordnare !== null && stodsamordnare.from <= day;
  if (!isIndividual && story.barnteamFrom === null) return [];
  const step = isIndividual ? "skriftligt_individuellt" : "skriftligt_barnteam";
  const covered = coveredDays(story.consents, story.guardians, step);
  if (covered === null) return [];
  const teamId = isIndividual
    ? individualTeamId(story, stodsamordnare.from)
    : standingTeamId(stayOn(story.stays, day).unit, context);
  const lastDay = story.closed?.on ?? covered.to;
  return (meetings.get(teamId) ?? []).filter(
    ({ heldOn }) =>
      heldOn > day &&
      heldOn >= covered.from &&
      (covered.to === null || heldOn <= covered.to) &&
      (lastDay === null || heldOn <= lastDay),
  );
}

/**
 * The child on the agendas its signals stand on, on the first meeting of the Barnteam that took it up, and on
 * every meeting of its own Individuella barnteam.
 */
export function addAgenda(
  rows: KommunRows,
  story: ChildStory,
  context: KommunContext,
  meetings: Meetings,
  fromSignals: ReadonlyMap<string, DemoMeeting>,
): void {
  const { stodsamordnare, barnteamFrom } = story;
  const taken = new Map<string, { readonly kind: "new_child" | "back_reporting"; readonly on: LocalDate }>();
  const first =
    barnteamFrom === null
      ? undefined
      : meetingsAfter({ ...story, stodsamordnare: null }, addDays(barnteamFrom, -1), context, meetings)[0];
  if (first !== undefined) taken.set(first.id, { kind: "new_child", on: first.heldOn });
  if (stodsamordnare !== null) {
    const own = meetingsAfter(story, addDays(stodsamordnare.from, -1), context, meetings);
    for (const { id, heldOn } of ownOnly(own, meetings, story))
      taken.set(id, { kind: "back_reporting", on: heldOn });
  }
  for (const { id, heldOn } of fromSignals.values()) {
    if (!taken.has(id)) taken.set(id, { kind: "back_reporting", on: heldOn });
  }
  for (const [meetingId, { kind, on }] of taken) {
    const addedOn = earliest(addDays(on, -3), addDays(context.today, -1));
    rows.agendaItem.push({
      kommunCode: story.kommunCode,
      meetingId,
      childId: story.id,
      kind,
      addedBy: context.personId(responsibleOn(story, addedOn, context)),
    });
  }
}

function ownOnly(own: readonly DemoMeeting[], meetings: Meetings, story: ChildStory): DemoMeeting[] {
  if (story.stodsamordnare === null) return [];
  const ids = new Set(
    (meetings.get(individualTeamId(story, story.stodsamordnare.from)) ?? []).map(({ id }) => id),
  );
  return own.filter(({ id }) => ids.has(id));
}

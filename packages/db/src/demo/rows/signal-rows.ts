import { DEFAULT_RULES } from "@kompassen/domain/follow-up";
import { addDays, daysBetween, type LocalDate } from "@kompassen/domain/shared";
import type { KommunRows } from "../../factories/index.ts";
import { type Draw, drawFor } from "../draw.ts";
import { rowId } from "../row-id.ts";
import type { ChildStory, ScriptedLife } from "../story/child-story.ts";
import { stayOn } from "../story/stays.ts";
import { coveredDays } from "../story/tell-consents.ts";
import { ACTIONS, REASONS_FOR_NO_ACTION } from "../words/decision-words.ts";
import { childId, childKey, compassId, responsibleOn } from "./child-rows.ts";
import { instantOn, type KommunContext } from "./kommun-context.ts";
import { type Raised, raiseOverStory } from "./raise-stored-signals.ts";
import { type DemoMeeting, individualTeamId, type Meetings, standingTeamId } from "./team-rows.ts";

type SignalRow = KommunRows["signal"][number];

/** Where a signal is in its life; the columns that go with it. */
type Life = Pick<SignalRow, "state"> & Partial<SignalRow>;

const RULE_SET = `${DEFAULT_RULES.id}-${DEFAULT_RULES.version}`;

/** The signals of one child, each with its life so far, and the child on the agendas they stand on. */
export function addSignals(
  rows: KommunRows,
  story: ChildStory,
  context: KommunContext,
  meetings: Meetings,
): void {
  const agenda = new Map<string, DemoMeeting>();
  for (const raised of raiseOverStory(story)) {
    const raisedOn = dayRaised(story, raised);
    const within = meetingsAfter(story, raisedOn, context, meetings);
    const life = tellLife(story, raised, raisedOn, context, within);
    const meeting = within.find(({ id }) => id === life.meetingId);
    if (meeting !== undefined) agenda.set(meeting.id, meeting);
    rows.signal.push({
      kommunCode: story.kommunCode,
      id: rowId(raisedOn, childKey(story), "signal", raised.round, raised.area),
      childId: childId(story),
      compassId: compassId(story, raised.round),
      area: raised.area,
      raised: raised.raisedBy,
      ruleSet: RULE_SET,
      raisedAt: instantOn(raisedOn, 12),
      ...NOTHING_YET,
      ...life,
    });
  }
  addAgenda(rows, story, context, meetings, agenda);
}

const NOTHING_YET = {
  seenAt: null,
  seenBy: null,
  meetingId: null,
  decision: null,
  decisionText: null,
  decidedOn: null,
  decidedBy: null,
  supersededAt: null,
};

function dayRaised(story: ChildStory, { round, raisedBy }: Raised): LocalDate {
  const raters = new Set<string>(raisedBy.map(({ rater }) => rater));
  const days = (story.rounds[round]?.assessments ?? [])
    .filter(({ rater }) => raters.has(rater))
    .map(({ registeredOn }) => registeredOn);
  const last = days.toSorted().at(-1);
  if (last === undefined) throw new RangeError("raised by nobody");
  return last;
}

/** Meetings that may have the child on their agenda from a day on: the team of that day, while a consent covers it. */
function meetingsAfter(
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

function tellLife(
  story: ChildStory,
  raised: Raised,
  raisedOn: LocalDate,
  context: KommunContext,
  ahead: readonly DemoMeeting[],
): Life {
  const { today } = context;
  const draw = drawFor(childKey(story), "life", raised.round, raised.area);
  const seenOn = notAfter(addDays(raisedOn, draw.whole(0, 4)), addDays(today, -1));
  const by = context.personId(responsibleOn(story, seenOn, context));
  const seen = { seenAt: instantOn(seenOn, 14), seenBy: by };
  if (raised.isSuperseded)
    return { state: "superseded", supersededAt: instantOn(addDays(raisedOn, 1), 8), ...seen };
  const held = ahead.filter(({ heldOn }) => heldOn < today);
  const coming = ahead.find(({ heldOn }) => heldOn >= today);
  const kind = scripted(story, raised) ?? usualLife(draw, story, raised, daysBetween(raisedOn, today));
  switch (kind) {
    case "new":
      return { state: "new" };
    case "seen":
      return { state: "seen", ...seen };
    case "on_coming_agenda":
      return coming === undefined
        ? { state: "seen", ...seen }
        : { state: "on_agenda", meetingId: coming.id, ...seen };
    case "passed_by": {
      const passed = held.at(-1);
      return passed === undefined
        ? { state: "seen", ...seen }
        : { state: "on_agenda", meetingId: passed.id, ...seen };
    }
    case "decided_action":
    case "decided_no_action": {
      const meeting = held[0];
      const alone = notAfter(addDays(seenOn, draw.whole(2, 15)), addDays(today, -1));
      const isAction = kind === "decided_action";
      return {
        state: "decided",
        ...seen,
        meetingId: meeting?.id ?? null,
        decision: isAction ? "action" : "no_action",
        decisionText: draw.pick(isAction ? ACTIONS[raised.area] : REASONS_FOR_NO_ACTION),
        decidedOn: meeting?.heldOn ?? alone,
        decidedBy: by,
      };
    }
  }
}

/** A story may say how the signals of its latest round stand. */
function scripted(story: ChildStory, { round, area }: Raised): ScriptedLife | undefined {
  return round === story.rounds.length - 1 ? story.signalLives.get(area) : undefined;
}

/** Older rounds are settled; the latest one is where the work is. */
function usualLife(draw: Draw, story: ChildStory, { round }: Raised, daysOld: number): ScriptedLife {
  const isSettled = story.closed !== null || round < story.rounds.length - 1;
  if (isSettled) return draw.weighted({ decided_action: 0.6, decided_no_action: 0.4 });
  if (daysOld <= 10) return draw.weighted({ new: 0.6, seen: 0.3, on_coming_agenda: 0.1 });
  return draw.weighted({
    decided_action: 0.34,
    decided_no_action: 0.24,
    on_coming_agenda: 0.2,
    seen: 0.1,
    new: 0.06,
    passed_by: 0.06,
  });
}

function notAfter(day: LocalDate, limit: LocalDate): LocalDate {
  return day < limit ? day : limit;
}

/**
 * The child on the agendas its signals stand on, on the first meeting of the Barnteam that took it up, and on
 * every meeting of its own Individuella barnteam.
 */
function addAgenda(
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
    const addedOn = notAfter(addDays(on, -3), addDays(context.today, -1));
    rows.agendaItem.push({
      kommunCode: story.kommunCode,
      meetingId,
      childId: childId(story),
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

import { DEFAULT_RULES } from "@kompassen/domain/follow-up";
import { addDays, daysBetween, type LocalDate } from "@kompassen/domain/shared";
import type { KommunRows } from "../../factories/index.ts";
import { type Draw, drawFor } from "../draw.ts";
import { rowId } from "../row-id.ts";
import type { ChildStory, ScriptedLife } from "../story/child-story.ts";
import { earliest } from "../story/tell-rounds.ts";
import { latestWorkday } from "../story/workday.ts";
import { ACTIONS, REASONS_FOR_NO_ACTION } from "../words/decision-words.ts";
import { addAgenda, meetingsAfter } from "./agenda-rows.ts";
import { compassId, responsibleOn } from "./child-rows.ts";
import { instantOn, type KommunContext } from "./kommun-context.ts";
import { type Raised, raiseOverStory } from "./raise-stored-signals.ts";
import type { DemoMeeting, Meetings } from "./team-rows.ts";

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
      id: rowId(raisedOn, story.key, "signal", raised.round, raised.area),
      childId: story.id,
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

function tellLife(
  story: ChildStory,
  raised: Raised,
  raisedOn: LocalDate,
  context: KommunContext,
  ahead: readonly DemoMeeting[],
): Life {
  const { today } = context;
  const draw = drawFor(story.key, "life", raised.round, raised.area);
  const seenOn = latestWorkday(earliest(addDays(raisedOn, draw.whole(0, 4)), addDays(today, -1)));
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
      const alone = latestWorkday(earliest(addDays(seenOn, draw.whole(2, 15)), addDays(today, -1)));
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

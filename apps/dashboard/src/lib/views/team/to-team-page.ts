import type { MeetingSummary, TeamChild, TeamView } from "@kompassen/api/barnteam";
import type { SignalView } from "@kompassen/api/follow-up";
import { AGENDAS, type AgendaKind, type MeetingState } from "@kompassen/domain/barnteam";
import { type Area, areaName, raterPhrase } from "@kompassen/domain/behovskompass";
import { isLate, type SignalMeeting, type SignalState } from "@kompassen/domain/follow-up";
import { dateText, type Language, type LocalDate } from "@kompassen/domain/shared";
import { raisedSentence } from "#lib/follow-up/raised-sentence.ts";
import type { Messages } from "#lib/messages/sv/index.ts";

/** One raised area in a sentence: "Fritid: ingen tydlig förändring, tankar kvarstår". */
export type RaisedRow = {
  readonly id: string;
  readonly areaKey: Area;
  readonly area: string;
  readonly sentence: string;
  readonly raters: string;
  readonly state: SignalState;
  readonly version: number;
  readonly isLate: boolean;
  /** What was decided, in words. */
  readonly decision: string | null;
};

export type ChildRow = {
  readonly childId: string;
  readonly name: string;
  readonly isCovered: boolean;
  readonly isResponsible: boolean;
  readonly isWithheld: boolean;
  readonly raised: readonly RaisedRow[];
};

export type MeetingRow = {
  readonly id: string;
  readonly heldOn: LocalDate;
  readonly day: string;
  readonly when: string;
  readonly state: MeetingState;
  readonly children: number;
  readonly version: number;
};

export type TeamPage = {
  readonly agenda: readonly { readonly title: string; readonly parts: readonly string[] }[];
  /** The point of the agenda under which earlier children stand; null where they have none of their own. */
  readonly childrenAt: number | null;
  readonly next: MeetingRow | null;
  readonly onAgenda: readonly ChildRow[];
  /** On an agenda that has passed without a decision. */
  readonly late: readonly ChildRow[];
  /** Raised and on no agenda, of the children that the caller is responsible for. */
  readonly waiting: readonly ChildRow[];
  readonly coming: readonly MeetingRow[];
  readonly past: readonly MeetingRow[];
};

type Context = {
  readonly today: LocalDate;
  readonly language: Language;
  readonly words: Messages["barnteam"]["team"];
};

/** What a team takes up: the next meeting with its agenda, what has been passed by, and what waits for a date. */
export function toTeamPage(team: TeamView, context: Context): TeamPage {
  const meetings = team.meetings.map((meeting) => toMeetingRow(meeting, context));
  const planned = meetings.filter(({ state }) => state === "planned");
  const coming = planned.filter(({ heldOn }) => heldOn >= context.today).toReversed();
  const next = coming[0] ?? null;
  const kind = agendaKind(team);
  const rows = (pick: (child: TeamChild, signal: SignalView) => boolean) =>
    team.children
      .map((child) =>
        toChildRow(
          team,
          child,
          child.signals.filter((signal) => pick(child, signal)),
          context,
        ),
      )
      .filter(({ raised }) => raised.length > 0);
  const isPast = (meetingId: string) =>
    meetings.some(
      ({ id, heldOn, state }) => id === meetingId && (heldOn < context.today || state !== "planned"),
    );
  return {
    agenda: AGENDAS[kind].map(({ title, parts }) => ({
      title: title[context.language],
      parts: parts.map((part) => part[context.language]),
    })),
    childrenAt: kind === "barnteam" ? EARLIER_CHILDREN : null,
    next,
    onAgenda:
      next === null
        ? []
        : team.children
            .filter(({ meetingIds }) => meetingIds.includes(next.id))
            .map((child) => toChildRow(team, child, signalsAt(child, next.id), context)),
    late: rows(
      (child, { life }) =>
        child.isResponsible && life.state === "on_agenda" && isPast(life.meeting.meetingId),
    ),
    waiting: rows(
      (child, { life }) => child.isResponsible && (life.state === "new" || life.state === "seen"),
    ),
    coming,
    past: meetings.filter(({ id }) => !coming.some((one) => one.id === id)),
  };
}

/** Item 2 of the Barnteam's agenda, counted from 0 here. */
const EARLIER_CHILDREN = 1;

function agendaKind({ kind, meetings }: TeamView): AgendaKind {
  if (kind === "barnteam") return "barnteam";
  return meetings.some(({ state }) => state === "held") ? "individuellt_working" : "individuellt_first";
}

/** What stands on this agenda, decided or not. */
export function signalsAt({ signals }: TeamChild, meetingId: string): SignalView[] {
  return signals.filter(
    ({ life }) =>
      (life.state === "on_agenda" || life.state === "decided") && life.meeting?.meetingId === meetingId,
  );
}

function toChildRow(
  team: TeamView,
  child: TeamChild,
  signals: readonly SignalView[],
  context: Context,
): ChildRow {
  const { childId, givenName, caseNumber, isCovered, isResponsible, isWithheld } = child;
  return {
    childId,
    name: givenName === null ? caseNumber : `${givenName} (${caseNumber})`,
    isCovered,
    isResponsible,
    isWithheld,
    raised: signals.map((signal) => toRaisedRow(team, child, signal, context)),
  };
}

function toRaisedRow(
  { kind, meetings }: TeamView,
  { isCovered }: TeamChild,
  { id, area, raised, raisedAt, life, version }: SignalView,
  { today, language, words }: Context,
): RaisedRow {
  const raisedOn = raisedAt.slice(0, 10);
  const passed = meetings
    .filter(({ heldOn, state }) => heldOn < today && heldOn >= raisedOn && state !== "cancelled")
    .map((meeting): SignalMeeting => ({ meetingId: meeting.id, kind, heldOn: meeting.heldOn }));
  const name = areaName(area, language);
  return {
    id,
    areaKey: area,
    area: name,
    sentence: `${raisedSentence(area, raised, language)}.`,
    raters: raised.map(({ rater }) => raterPhrase(rater, language)).join(", "),
    state: life.state,
    version,
    isLate: isLate(life, { today, passed, hasCoveringConsent: isCovered }),
    decision: life.state === "decided" ? decisionText(life.decision, words) : null,
  };
}

export function decisionText(
  decision: Extract<SignalView["life"], { state: "decided" }>["decision"],
  words: Pick<Context["words"], "decidedAction" | "decidedNoAction">,
): string {
  return decision.kind === "action"
    ? words.decidedAction(decision.action)
    : words.decidedNoAction(decision.reason);
}

export function toMeetingRow(
  { id, heldOn, startsAt, place, state, children, version }: MeetingSummary,
  { language, words }: Pick<Context, "language" | "words">,
): MeetingRow {
  const day = dateText(heldOn, language);
  return { id, heldOn, day, when: words.nextOn(day, startsAt ?? "", place ?? ""), state, children, version };
}

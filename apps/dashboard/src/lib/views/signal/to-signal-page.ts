import type { SignalCard } from "@kompassen/api/follow-up";
import type { ChildCard } from "@kompassen/api/people";
import { areaName } from "@kompassen/domain/behovskompass";
import {
  DEFAULT_RULES,
  type Decision,
  type Explanation,
  explainComparison,
  isOpen,
  placementText,
} from "@kompassen/domain/follow-up";
import {
  dateText,
  type Language,
  type LocalDate,
  type LocalText,
  todayInSweden,
} from "@kompassen/domain/shared";
import type { DrawingWords } from "#lib/behovskompass/drawing-words.ts";
import { raterName } from "#lib/behovskompass/rater-name.ts";
import { capitalize, sayWhose } from "#lib/behovskompass/say-whose.ts";
import { stateOf } from "#lib/behovskompass/state-of.ts";
import type { State } from "#lib/charts/types.ts";
import { raisedSentence } from "#lib/follow-up/raised-sentence.ts";
import type { Messages } from "#lib/messages/sv/index.ts";
import type { TimelineEntry } from "#lib/shared/Timeline.svelte";
import { missingConsents } from "./missing-consents.ts";

type OpenCard = Extract<SignalCard, { kind: "open" }>;

/** Why one rater's comparison raises the area. */
export type SignalCause = {
  readonly rater: string;
  readonly state: State;
  readonly why: Explanation;
};

export function toSignalPage(
  card: OpenCard,
  {
    child,
    today,
    statementTexts,
  }: { child: ChildCard; today: LocalDate; statementTexts: ReadonlyMap<string, LocalText> },
  messages: Messages,
  language: Language,
) {
  const { signal, destination } = card;
  const drawing: DrawingWords = { language, guardians: child.guardians, words: messages.behovskompass };
  const step = destination.meetingKind === "barnteam" ? "skriftligt_barnteam" : "skriftligt_individuellt";
  return {
    id: signal.id,
    area: areaName(signal.area, language),
    state: signal.life.state,
    version: signal.version,
    isOpen: isOpen(signal.life),
    isLate: card.isLate,
    sentence: raisedSentence(signal.area, signal.raised, language),
    causes: card.comparisons.map(({ rater, comparison }): SignalCause => {
      const why = explainComparison({ rater, area: signal.area }, comparison, {
        rules: DEFAULT_RULES,
        language,
        statementText: (key) => statementTexts.get(key)?.[language] ?? null,
      });
      return {
        rater: capitalize(raterName(rater, child.guardians, drawing.words.raters)),
        state: { ...stateOf(comparison, language), text: why.meaning },
        why: { ...why, numbers: sayWhose(why.numbers, rater, drawing) },
      };
    }),
    compassId: signal.compassId,
    responsible:
      card.responsible === null
        ? null
        : messages.followUp.signal.responsible(
            messages.people.relations[card.responsible.role],
            card.responsible.name,
          ),
    placement: isOpen(signal.life) ? placementText(card.placement, language) : null,
    meetingKind: destination.meetingKind,
    isCovered: card.hasCoveringConsent,
    missing: card.hasCoveringConsent
      ? []
      : missingConsents(child, step, today).map(({ guardianId, why }) =>
          missingText(child, guardianId, why, messages.followUp.signal.agenda),
        ),
    meetings: card.meetings.map((meeting) => ({
      value: meeting.meetingId,
      label: messages.followUp.signal.agenda.option(
        dateText(meeting.heldOn, language),
        meeting.startsAt ?? "",
        meeting.teamName,
      ),
    })),
    chosenMeetingId: signal.life.state === "on_agenda" ? signal.life.meeting.meetingId : null,
    teams: card.teams.map(({ id, name }) => ({ value: id, label: name })),
    decision: signal.life.state === "decided" ? decisionText(signal.life.decision, messages) : null,
    life: toLifeEntries(card, messages.followUp.signal.life, messages, language),
  };
}

export type SignalPage = ReturnType<typeof toSignalPage>;

function missingText(
  { guardians }: ChildCard,
  guardianId: string | null,
  why: keyof Messages["followUp"]["signal"]["agenda"]["parties"],
  words: Messages["followUp"]["signal"]["agenda"],
): string {
  if (guardianId === null && guardians.length === 0) return words.noGuardian;
  const guardian = guardians.find(({ id }) => id === guardianId);
  return words.parties[why](guardian?.name ?? words.child);
}

function decisionText(decision: Decision, { followUp }: Messages): string {
  const words = followUp.signal.decide;
  return decision.kind === "action"
    ? `${words.action}: ${decision.action}`
    : `${words.noAction}: ${decision.reason}`;
}

/** From the day it was raised to where it is now, in order of time. */
function toLifeEntries(
  { signal, seen, decided, meeting }: OpenCard,
  words: Messages["followUp"]["signal"]["life"],
  messages: Messages,
  language: Language,
): TimelineEntry[] {
  const entry = (key: string, instant: string, title: string, text?: string): TimelineEntry => {
    const date = dayOf(instant);
    return { key, date, dateText: dateText(date, language), title, text };
  };
  const { life } = signal;
  return [
    entry("raised", signal.raisedAt, words.raised, words.raisedText),
    ...(seen === null
      ? []
      : [entry("seen", seen.at, words.seen, seen.byName === null ? undefined : words.seenBy(seen.byName))]),
    ...(meeting === null
      ? []
      : [entry("agenda", meeting.heldOn, words.onAgenda, words.onAgendaOf(meeting.teamName))]),
    ...(life.state === "decided" && decided !== null
      ? [
          entry(
            "decided",
            decided.at,
            words.decided,
            words.decidedBy(decided.byName ?? "", decisionText(life.decision, messages)),
          ),
        ]
      : []),
    ...(life.state === "superseded" ? [entry("superseded", life.at, words.superseded)] : []),
  ];
}

/** The day in Sweden of an instant, or the day itself. */
function dayOf(text: string): LocalDate {
  return todayInSweden(new Date(text));
}

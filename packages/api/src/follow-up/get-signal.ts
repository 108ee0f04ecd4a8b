import type { RaterKey } from "@kompassen/domain/behovskompass";
import {
  type Comparison,
  compareChild,
  DEFAULT_RULES,
  type Destination,
  destinationOf,
  isLate,
  type MeetingKind,
  type Placement,
  placeSignal,
  type ResponsibleRole,
} from "@kompassen/domain/follow-up";
import type { LocalDate } from "@kompassen/domain/shared";
import { z } from "zod";
import type { AuthorizedChild } from "../access/index.ts";
import type { ActorContext } from "../context/index.ts";
import { loadHistory } from "../history/index.ts";
import { findSignal, type SignalView } from "./signals.ts";

/** A dated meeting that the signal could be taken up in. */
export interface PossibleMeeting {
  readonly meetingId: string;
  readonly teamId: string;
  readonly teamName: string;
  readonly kind: MeetingKind;
  readonly heldOn: LocalDate;
  readonly startsAt: string | null;
}

/** What happened, who did it. */
export interface SignalStep {
  readonly at: string;
  readonly byName: string | null;
}

/** One raised signal with its numbers, its life and where it can go. */
export type SignalCard =
  | { readonly kind: "withheld"; readonly draftIds: readonly string[] }
  | {
      readonly kind: "open";
      readonly signal: SignalView;
      /** The comparison of each rater in the area and round that raised it. */
      readonly comparisons: readonly { readonly rater: RaterKey; readonly comparison: Comparison }[];
      readonly seen: SignalStep | null;
      readonly decided: SignalStep | null;
      readonly meeting: PossibleMeeting | null;
      readonly responsible: { readonly role: ResponsibleRole; readonly name: string } | null;
      readonly destination: Destination;
      readonly hasCoveringConsent: boolean;
      readonly meetings: readonly PossibleMeeting[];
      /** Teams that a new meeting can be made for. */
      readonly teams: readonly { readonly id: string; readonly name: string }[];
      readonly placement: Placement;
      readonly isLate: boolean;
    };

export const oneSignal = z.object({ signalId: z.uuid() });

export async function getSignal(
  ctx: ActorContext,
  child: AuthorizedChild,
  { signalId }: z.infer<typeof oneSignal>,
): Promise<SignalCard> {
  const { tx, signedIn, today } = ctx;
  const blind = await tx.sql<{ id: string }[]>`
    select id from draft where kommun_code = kompass.kommun() and child_id = ${child.childId}
       and author_id = ${signedIn.personId} and shown_anyway_at is null`;
  if (blind.length > 0) return { kind: "withheld", draftIds: blind.map(({ id }) => id) };

  const signal = await findSignal(ctx, child, signalId);
  const responsible = await findResponsible(ctx, child);
  const destination = destinationOf(responsible?.role ?? "barnkontakt");
  const [history, steps, meetings, teams, hasCoveringConsent] = await Promise.all([
    loadHistory(tx, child.childId),
    findSteps(ctx, signalId),
    listMeetings(ctx, child, destination.meetingKind),
    listTeamsOfKind(ctx, child, destination.meetingKind),
    isCovered(ctx, child, destination.meetingKind),
  ]);
  const raisedOn = signal.raisedAt.slice(0, 10);
  const upcoming = meetings.filter(({ heldOn, state }) => heldOn >= today && state === "planned");
  const passed = meetings.filter(
    ({ heldOn, state }) => heldOn < today && heldOn >= raisedOn && state !== "cancelled",
  );
  const taken =
    signal.life.state === "on_agenda" || signal.life.state === "decided" ? signal.life.meeting : null;
  return {
    kind: "open",
    signal,
    comparisons: compareChild(history, DEFAULT_RULES, history.equivalences)
      .filter(({ area, rater }) => area === signal.area && signal.raised.some((one) => one.rater === rater))
      .flatMap(({ rater, comparisons }) =>
        comparisons
          .filter(({ current }) => current.compassId === signal.compassId)
          .map((comparison) => ({ rater, comparison })),
      ),
    ...steps,
    meeting: meetings.find(({ meetingId }) => meetingId === taken?.meetingId) ?? null,
    responsible,
    destination,
    hasCoveringConsent,
    meetings: upcoming,
    teams,
    placement: placeSignal(destination, { today, hasCoveringConsent, meetings: upcoming }),
    isLate: isLate(signal.life, { today, passed, hasCoveringConsent }),
  };
}

type Meeting = PossibleMeeting & { readonly state: "planned" | "held" | "cancelled" };

/** Of the child's own team, or of the standing teams that the caller sits in; the earliest first. */
async function listMeetings(
  { tx, signedIn }: ActorContext,
  { childId }: AuthorizedChild,
  kind: MeetingKind,
): Promise<Meeting[]> {
  return await tx.sql<Meeting[]>`
    select m.id as "meetingId", t.id as "teamId", t.name as "teamName", t.kind, m.held_on::text as "heldOn",
           m.starts_at as "startsAt", m.state
      from meeting m join team t on t.kommun_code = m.kommun_code and t.id = m.team_id
     where m.kommun_code = ${signedIn.kommunCode} and t.kind = ${kind}
       and (t.child_id = ${childId} or (t.child_id is null and t.id = any((select kompass.my_teams())::uuid[])))
     order by m.held_on`;
}

async function listTeamsOfKind(
  { tx, signedIn }: ActorContext,
  { childId }: AuthorizedChild,
  kind: MeetingKind,
): Promise<{ id: string; name: string }[]> {
  return await tx.sql<{ id: string; name: string }[]>`
    select id, name from team
     where kommun_code = ${signedIn.kommunCode} and kind = ${kind}
       and (child_id = ${childId} or (child_id is null and id = any((select kompass.my_teams())::uuid[])))
     order by name`;
}

async function isCovered(
  { tx, today }: ActorContext,
  { childId }: AuthorizedChild,
  kind: MeetingKind,
): Promise<boolean> {
  const step = kind === "barnteam" ? "skriftligt_barnteam" : "skriftligt_individuellt";
  const [row] = await tx.sql<{ covered: boolean }[]>`
    select kompass.is_covered_by_consent(${childId}, ${step}, ${today}) as covered`;
  return row?.covered === true;
}

/** The Stödsamordnare while there is one, else the Barnkontakt. */
async function findResponsible(
  { tx, signedIn, today }: ActorContext,
  { childId }: AuthorizedChild,
): Promise<{ role: ResponsibleRole; name: string } | null> {
  const [row] = await tx.sql<{ role: ResponsibleRole; name: string }[]>`
    select r.kind as role, p.given_name || ' ' || p.family_name as name
      from child_relation r join person p on p.kommun_code = r.kommun_code and p.id = r.person_id
     where r.kommun_code = ${signedIn.kommunCode} and r.child_id = ${childId}
       and r.kind in ('stodsamordnare', 'barnkontakt')
       and r.valid_from <= ${today} and (r.valid_to is null or r.valid_to >= ${today})
     order by r.kind desc limit 1`;
  return row ?? null;
}

async function findSteps(
  { tx, signedIn }: ActorContext,
  signalId: string,
): Promise<{ seen: SignalStep | null; decided: SignalStep | null }> {
  const [row] = await tx.sql<{ seen: SignalStep | null; decided: SignalStep | null }[]>`
    select case when s.seen_at is not null then
             json_build_object('at', s.seen_at, 'byName', a.given_name || ' ' || a.family_name) end as seen,
           case when s.state = 'decided' then
             json_build_object('at', s.decided_on, 'byName', b.given_name || ' ' || b.family_name) end as decided
      from signal s
      left join person a on a.kommun_code = s.kommun_code and a.id = s.seen_by
      left join person b on b.kommun_code = s.kommun_code and b.id = s.decided_by
     where s.kommun_code = ${signedIn.kommunCode} and s.id = ${signalId}`;
  return row ?? { seen: null, decided: null };
}

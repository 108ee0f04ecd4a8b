import { accepted, type LocalDate, type Result, refused } from "../shared/index.ts";
import type { Decision, SignalLife, SignalMeeting } from "./raised-signal.ts";

/** Why a step in a signal's life cannot be taken. */
export type SignalFault =
  | "already_closed"
  | "not_seen"
  | "not_on_agenda"
  | "missing_written_consent"
  | "meeting_has_passed"
  | "wrong_meeting_kind"
  | "empty_decision";

type Step = Result<SignalLife, SignalFault>;

/** Who takes a step, and when (an instant in ISO 8601). */
export type Actor = { readonly by: string; readonly at: string };

export const NEW_SIGNAL: SignalLife = { state: "new" };

/** Seeing again changes nothing: the first to see it is kept. */
export function seeSignal(life: SignalLife, actor: Actor): Step {
  return accepted(life.state === "new" ? { state: "seen", ...actor } : life);
}

/**
 * Puts the signal on the agenda of a dated meeting, or moves it to a later one. Without a covering
 * written consent it stays with the responsible.
 */
export function putOnAgenda(
  life: SignalLife,
  meeting: SignalMeeting,
  circumstances: {
    readonly actor: Actor;
    readonly today: LocalDate;
    readonly meetingKind: SignalMeeting["kind"];
    readonly hasCoveringConsent: boolean;
  },
): Step {
  switch (life.state) {
    case "decided":
    case "superseded":
      return refused("already_closed");
    case "new":
      return refused("not_seen");
    case "seen":
    case "on_agenda": {
      if (!circumstances.hasCoveringConsent) return refused("missing_written_consent");
      if (meeting.kind !== circumstances.meetingKind) return refused("wrong_meeting_kind");
      if (meeting.heldOn < circumstances.today) return refused("meeting_has_passed");
      return accepted({ state: "on_agenda", meeting, ...circumstances.actor });
    }
  }
}

/** For a consent withdrawn or a meeting called off: back to the responsible. */
export function takeOffAgenda(life: SignalLife, actor: Actor): Step {
  return life.state === "on_agenda" ? accepted({ state: "seen", ...actor }) : refused("not_on_agenda");
}

/** Only a person closes a signal: with an action, or with the reason for none. */
export function decideSignal(life: SignalLife, decision: Decision, actor: Actor): Step {
  const words = decision.kind === "action" ? decision.action : decision.reason;
  switch (life.state) {
    case "decided":
    case "superseded":
      return refused("already_closed");
    case "new":
      return refused("not_seen");
    case "seen":
    case "on_agenda": {
      if (words.trim() === "") return refused("empty_decision");
      const meeting = life.state === "on_agenda" ? life.meeting : null;
      return accepted({ state: "decided", decision, meeting, ...actor });
    }
  }
}

/** A late or corrected compass no longer raises it. What a person has decided stands. */
export function supersedeSignal(life: SignalLife, actor: Actor): Step {
  return life.state === "decided" || life.state === "superseded"
    ? refused("already_closed")
    : accepted({ state: "superseded", ...actor });
}

export function isOpen(life: SignalLife): boolean {
  return life.state !== "decided" && life.state !== "superseded";
}

/**
 * Late: a meeting it belonged to has passed without a decision, whether it stood on that agenda or was
 * never put there. A signal that may not go to a meeting is not late for it.
 * @param passed meetings of the right kind held since the signal was raised, before today
 */
export function isLate(
  life: SignalLife,
  circumstances: {
    readonly today: LocalDate;
    readonly passed: readonly SignalMeeting[];
    readonly hasCoveringConsent: boolean;
  },
): boolean {
  switch (life.state) {
    case "decided":
    case "superseded":
      return false;
    case "on_agenda":
      return life.meeting.heldOn < circumstances.today;
    case "new":
    case "seen":
      return circumstances.hasCoveringConsent && circumstances.passed.length > 0;
  }
}

import type { Area, RaterKey } from "../behovskompass/index.ts";
import type { LocalDate } from "../shared/index.ts";
import type { Signal } from "./comparison.ts";

/** The team meetings a signal can be taken up in. */
export type MeetingKind = "barnteam" | "individuellt_barnteam";

export type ResponsibleRole = "barnkontakt" | "stodsamordnare";

export type SignalMeeting = {
  readonly meetingId: string;
  readonly kind: MeetingKind;
  readonly heldOn: LocalDate;
};

/** What a rater's series raised in this round. */
export type RaisedBy = { readonly rater: RaterKey; readonly signals: readonly Signal[] };

/** Where an area that was raised is to be taken up. */
export type Destination = {
  readonly to: ResponsibleRole;
  readonly meetingKind: MeetingKind;
  /** The item of the meeting's agenda it belongs under; null where the agenda has no item of its own. */
  readonly agendaItem: number | null;
};

/** Raised once per child, area and round, with the raters inside. */
export type RaisedSignal = {
  readonly compassId: string;
  readonly area: Area;
  readonly raisedBy: readonly RaisedBy[];
  readonly ruleSet: { readonly id: string; readonly version: number };
};

export type Decision =
  | { readonly kind: "action"; readonly action: string }
  | { readonly kind: "no_action"; readonly reason: string };

/** Where a raised signal is in its life; see signal.states.md. Times are instants in ISO 8601. */
export type SignalLife =
  | { readonly state: "new" }
  | { readonly state: "seen"; readonly by: string; readonly at: string }
  | {
      readonly state: "on_agenda";
      readonly meeting: SignalMeeting;
      readonly by: string;
      readonly at: string;
    }
  | {
      readonly state: "decided";
      readonly decision: Decision;
      /** The meeting it was decided in; null when the responsible decided without one. */
      readonly meeting: SignalMeeting | null;
      readonly by: string;
      readonly at: string;
    }
  | { readonly state: "superseded"; readonly by: string; readonly at: string };

export type SignalState = SignalLife["state"];

export const SIGNAL_STATES: readonly SignalState[] = ["new", "seen", "on_agenda", "decided", "superseded"];

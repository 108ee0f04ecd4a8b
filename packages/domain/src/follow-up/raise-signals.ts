import { AREAS } from "../behovskompass/index.ts";
import { compareText, type LocalDate } from "../shared/index.ts";
import type { Series } from "./compare-child.ts";
import { isComparable } from "./comparison.ts";
import type { Destination, RaisedSignal, ResponsibleRole, SignalMeeting } from "./raised-signal.ts";
import type { RuleSet } from "./rule-set.ts";

/**
 * What a round raises: at most one per area, with the raters inside.
 * @param series every series of one child, sorted by rater and area
 */
export function raiseSignals(
  series: readonly Series[],
  compassId: string,
  rules: Pick<RuleSet, "id" | "version">,
): RaisedSignal[] {
  return AREAS.flatMap((area) => {
    const raisedBy = series
      .filter((one) => one.area === area)
      .flatMap(({ rater, comparisons }) =>
        comparisons
          .filter(({ current }) => current.compassId === compassId)
          .filter(isComparable)
          .filter(({ signals }) => signals.length > 0)
          .map(({ signals }) => ({ rater, signals })),
      );
    if (raisedBy.length === 0) return [];
    return [{ compassId, area, raisedBy, ruleSet: { id: rules.id, version: rules.version } }];
  });
}

const DESTINATIONS: Record<ResponsibleRole, Destination> = {
  barnkontakt: { to: "barnkontakt", meetingKind: "barnteam", agendaItem: 2 },
  stodsamordnare: { to: "stodsamordnare", meetingKind: "individuellt_barnteam", agendaItem: null },
};

/** To whoever is responsible now, and the meeting that person takes it up in. */
export function destinationOf(responsible: ResponsibleRole): Destination {
  return DESTINATIONS[responsible];
}

/** Where a raised signal can go now; what is missing when it cannot leave the responsible. */
export type Placement =
  | { readonly kind: "to_agenda"; readonly meeting: SignalMeeting; readonly agendaItem: number | null }
  | {
      readonly kind: "stays_with_responsible";
      readonly to: ResponsibleRole;
      readonly missing: "written_consent" | "dated_meeting";
    };

/** The next dated meeting of the right kind, today included, once a written consent covers it. */
export function placeSignal(
  { to, meetingKind, agendaItem }: Destination,
  circumstances: {
    readonly today: LocalDate;
    readonly hasCoveringConsent: boolean;
    readonly meetings: readonly SignalMeeting[];
  },
): Placement {
  if (!circumstances.hasCoveringConsent) {
    return { kind: "stays_with_responsible", to, missing: "written_consent" };
  }
  const [next] = circumstances.meetings
    .filter(({ kind, heldOn }) => kind === meetingKind && heldOn >= circumstances.today)
    .toSorted((a, b) => compareText(a.heldOn, b.heldOn));
  if (next === undefined) return { kind: "stays_with_responsible", to, missing: "dated_meeting" };
  return { kind: "to_agenda", meeting: next, agendaItem };
}

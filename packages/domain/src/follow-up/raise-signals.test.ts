import { describe, expect, it } from "vitest";
import { addDays, localDate } from "../shared/index.ts";
import { aChild } from "./a-child.test-support.ts";
import { placementText } from "./placement-text.ts";
import { destinationOf, placeSignal, raiseSignals } from "./raise-signals.ts";
import type { SignalMeeting } from "./raised-signal.ts";
import { DEFAULT_RULES } from "./rule-set.ts";

describe("what a round raises", () => {
  const round = { compassId: "nu", days: 60 };
  const series = () =>
    aChild([
      { days: 0, rater: "barn", ratings: { omsorg: 4, fritid: 2, utvecklas: 5 } },
      { days: 0, rater: "vardnadshavare:1", ratings: { fritid: 5, omsorg: 1 } },
      { ...round, rater: "barn", ratings: { omsorg: 4, fritid: 2, utvecklas: 3 } },
      { ...round, rater: "vardnadshavare:1", ratings: { fritid: 2, omsorg: "blank" } },
      { days: 120, rater: "barn", ratings: { omsorg: 2 } },
    ]);

  it("is each area once, with the raters inside and the rules that were used", () => {
    const ruleSet = { id: "uppfoljning", version: 1 };
    expect(raiseSignals(series(), "nu", DEFAULT_RULES)).toEqual([
      {
        compassId: "nu",
        area: "fritid",
        raisedBy: [
          { rater: "barn", signals: ["stagnation"] },
          { rater: "vardnadshavare:1", signals: ["decline"] },
        ],
        ruleSet,
      },
      { compassId: "nu", area: "utvecklas", raisedBy: [{ rater: "barn", signals: ["decline"] }], ruleSet },
    ]);
  });

  it("is nothing for a first compass", () =>
    expect(raiseSignals(series(), "day-0", DEFAULT_RULES)).toEqual([]));
});

describe("where it goes", () => {
  const today = localDate("2026-03-15");
  const meeting = (days: number, kind: SignalMeeting["kind"]): SignalMeeting => ({
    meetingId: `${kind} ${days}`,
    kind,
    heldOn: addDays(today, days),
  });
  const meetings = [
    meeting(14, "barnteam"),
    meeting(-1, "barnteam"),
    meeting(7, "barnteam"),
    meeting(3, "individuellt_barnteam"),
  ];
  const place = (role: "barnkontakt" | "stodsamordnare", over = {}) =>
    placeSignal(destinationOf(role), { today, hasCoveringConsent: true, meetings, ...over });

  it("is the next Barnteam, item 2, from the Barnkontakt", () => {
    expect(place("barnkontakt")).toEqual({ kind: "to_agenda", meeting: meetings[2], agendaItem: 2 });
    expect(placementText(place("barnkontakt"), "sv")).toBe("Tas upp i Barnteam 22 mar 2026, punkt 2.");
    expect(placementText(place("barnkontakt"), "en")).toBe(
      "Is taken up in the Barnteam 22 Mar 2026, item 2.",
    );
  });

  it("is the next Individuellt barnteam from the Stödsamordnare, today included", () => {
    expect(place("stodsamordnare")).toMatchObject({ meeting: { heldOn: "2026-03-18" }, agendaItem: null });
    expect(place("stodsamordnare", { today: addDays(today, 3) })).toMatchObject({
      meeting: { heldOn: "2026-03-18" },
    });
    expect(placementText(place("stodsamordnare"), "sv")).toBe("Tas upp i Individuellt barnteam 18 mar 2026.");
    expect(placementText(place("stodsamordnare"), "en")).toBe(
      "Is taken up in the Individuellt barnteam 18 Mar 2026.",
    );
  });

  it("stays with the responsible without a written consent, and says what is missing", () => {
    const stays = place("stodsamordnare", { hasCoveringConsent: false });
    expect(stays).toEqual({
      kind: "stays_with_responsible",
      to: "stodsamordnare",
      missing: "written_consent",
    });
    expect(placementText(stays, "sv")).toBe(
      "Stannar hos Stödsamordnare: det saknas ett skriftligt samtycke som gäller mötet.",
    );
    expect(placementText(stays, "en")).toBe(
      "Stays with the Stödsamordnare: a written consent that covers the meeting is missing.",
    );
  });

  it("stays with the responsible until there is a meeting with a date", () => {
    const stays = place("barnkontakt", {
      meetings: [meeting(-1, "barnteam"), meeting(3, "individuellt_barnteam")],
    });
    expect(stays).toEqual({ kind: "stays_with_responsible", to: "barnkontakt", missing: "dated_meeting" });
    expect(placementText(stays, "sv")).toBe("Stannar hos Barnkontakt: det saknas ett möte med datum.");
    expect(placementText(stays, "en")).toBe("Stays with the Barnkontakt: a meeting with a date is missing.");
  });
});

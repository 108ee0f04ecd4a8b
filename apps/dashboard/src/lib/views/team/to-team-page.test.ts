import type { MeetingSummary, TeamChild, TeamView } from "@kompassen/api/barnteam";
import type { SignalView } from "@kompassen/api/follow-up";
import { raterKey } from "@kompassen/domain/behovskompass";
import type { SignalLife } from "@kompassen/domain/follow-up";
import { localDate } from "@kompassen/domain/shared";
import { describe, expect, test } from "vitest";
import { messages } from "#lib/messages/sv/index.ts";
import { toTeamPage } from "./to-team-page.ts";

const context = {
  today: localDate("2026-03-15"),
  language: "sv" as const,
  words: messages.barnteam.team,
};

function aMeeting(heldOn: string, state: MeetingSummary["state"] = "planned"): MeetingSummary {
  return {
    id: heldOn,
    heldOn: localDate(heldOn),
    startsAt: "13:00",
    place: null,
    state,
    version: 1,
    children: 1,
  };
}

function onAgendaOf(heldOn: string): SignalLife {
  const meeting = { meetingId: heldOn, kind: "barnteam" as const, heldOn: localDate(heldOn) };
  return { state: "on_agenda", meeting, by: "", at: "" };
}

function aSignal(life: SignalLife): SignalView {
  return {
    id: life.state,
    compassId: "c",
    area: "fritid",
    raised: [{ rater: raterKey("barn"), signals: ["stagnation"] }],
    raisedAt: "2026-03-01T10:00:00Z",
    ruleSet: "uppfoljning-1",
    life,
    version: 1,
  };
}

function aChild(signals: SignalView[], child: Partial<TeamChild> = {}): TeamChild {
  return {
    childId: "nilo",
    givenName: "Nilo",
    caseNumber: "B-1",
    birthDate: null,
    isCovered: true,
    meetingIds: [],
    signals,
    isResponsible: true,
    isWithheld: false,
    ...child,
  };
}

function aTeam(meetings: MeetingSummary[], children: TeamChild[]): TeamView {
  return {
    id: "t",
    kind: "barnteam",
    name: "Barnteam",
    ageGroup: "7-12",
    childId: null,
    members: [],
    meetings,
    children,
  };
}

// The api lists meetings with the latest first.
const meetings = [aMeeting("2026-04-20"), aMeeting("2026-03-22"), aMeeting("2026-03-08", "held")];

describe("what a team takes up", () => {
  test("is what stands on the agenda of its next meeting, in sentences", () => {
    const child = aChild([aSignal(onAgendaOf("2026-03-22"))], { meetingIds: ["2026-03-22"] });
    const page = toTeamPage(aTeam(meetings, [child]), context);
    expect(page.next?.id).toBe("2026-03-22");
    expect(page.onAgenda.flatMap(({ raised }) => raised.map(({ sentence }) => sentence))).toEqual([
      "Fritid: ingen tydlig förändring, tankar kvarstår.",
    ]);
    expect(page.late).toEqual([]);
    expect(page.agenda[page.childrenAt ?? -1]?.title).toBe("Barn vi har talat om tidigare");
  });

  test("what a meeting passed by without a decision is late", () => {
    const page = toTeamPage(aTeam(meetings, [aChild([aSignal(onAgendaOf("2026-03-08"))])]), context);
    expect(page.late.flatMap(({ raised }) => raised.map(({ isLate }) => isLate))).toEqual([true]);
    expect(page.onAgenda).toEqual([]);
  });

  test("what is on no agenda waits with whoever is responsible, and with nobody else", () => {
    const [own, other] = [
      aChild([aSignal({ state: "new" })]),
      aChild([aSignal({ state: "new" })], { isResponsible: false }),
    ];
    expect(toTeamPage(aTeam(meetings, [own]), context).waiting).toHaveLength(1);
    expect(toTeamPage(aTeam(meetings, [other]), context).waiting).toEqual([]);
  });

  test("a signal that may not go to a meeting is not late for it", () => {
    const child = aChild([aSignal({ state: "new" })], { isCovered: false });
    const [waiting] = toTeamPage(aTeam(meetings, [child]), context).waiting;
    expect(waiting?.raised.map(({ isLate }) => isLate)).toEqual([false]);
  });

  test("a planned meeting whose day has passed is not the next one", () => {
    const page = toTeamPage(aTeam([aMeeting("2026-03-10")], []), context);
    expect(page.next).toBeNull();
    expect(page.past.map(({ id }) => id)).toEqual(["2026-03-10"]);
  });
});

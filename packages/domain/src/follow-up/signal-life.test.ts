import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { localDate } from "../shared/index.ts";
import type { SignalLife, SignalMeeting } from "./raised-signal.ts";
import { SIGNAL_STATES } from "./raised-signal.ts";
import {
  decideSignal,
  isLate,
  isOpen,
  NEW_SIGNAL,
  putOnAgenda,
  seeSignal,
  supersedeSignal,
  takeOffAgenda,
} from "./signal-life.ts";

const today = localDate("2026-03-15");
const actor = { by: "person-1", at: "2026-03-15T09:00:00Z" };
const later = { by: "person-2", at: "2026-03-16T09:00:00Z" };
const meeting: SignalMeeting = { meetingId: "m1", kind: "barnteam", heldOn: localDate("2026-03-20") };
const action = { kind: "action", action: "Extra hembesök" } as const;

const LIVES: Record<SignalLife["state"], SignalLife> = {
  new: NEW_SIGNAL,
  seen: { state: "seen", ...actor },
  on_agenda: { state: "on_agenda", meeting, ...actor },
  decided: { state: "decided", decision: action, meeting, ...actor },
  superseded: { state: "superseded", ...actor },
};

const ready = { actor: later, today, meetingKind: "barnteam", hasCoveringConsent: true } as const;
const STEPS = {
  see: (life: SignalLife) => seeSignal(life, later),
  put: (life: SignalLife) => putOnAgenda(life, meeting, ready),
  take: (life: SignalLife) => takeOffAgenda(life, later),
  decide: (life: SignalLife) => decideSignal(life, action, later),
  supersede: (life: SignalLife) => supersedeSignal(life, later),
};

/** The first code word of each cell: the state reached, or why the step is refused. */
function tableOfStates(): (string | undefined)[][] {
  const page = readFileSync(new URL("signal.states.md", import.meta.url), "utf8");
  const rows = page.split("\n").filter((line) => line.startsWith("| `"));
  return rows.map((row) =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => /`(\w+)`/.exec(cell)?.[1]),
  );
}

describe("the life of a raised signal", () => {
  it("goes as its table of states says", () => {
    const outcomes = SIGNAL_STATES.map((state) => [
      state,
      ...Object.values(STEPS).map((step) => {
        const taken = step(LIVES[state]);
        return taken.ok ? taken.value.state : taken.faults[0];
      }),
    ]);
    expect(outcomes).toEqual(tableOfStates());
  });

  it("keeps who saw it first", () => {
    expect(seeSignal(NEW_SIGNAL, actor)).toEqual({ ok: true, value: LIVES.seen });
    expect(seeSignal(LIVES.seen, later)).toEqual({ ok: true, value: LIVES.seen });
  });

  it("tells who put it on which agenda", () => {
    expect(STEPS.put(LIVES.seen)).toEqual({ ok: true, value: { state: "on_agenda", meeting, ...later } });
    expect(STEPS.take(LIVES.on_agenda)).toEqual({ ok: true, value: { state: "seen", ...later } });
    expect(STEPS.supersede(LIVES.new)).toEqual({ ok: true, value: { state: "superseded", ...later } });
  });

  it("goes on no agenda without a written consent, past its day or of another team", () => {
    const put = (over: Partial<Parameters<typeof putOnAgenda>[2]>, held = meeting) =>
      putOnAgenda(LIVES.seen, held, { ...ready, ...over });
    expect(put({ hasCoveringConsent: false })).toEqual({ ok: false, faults: ["missing_written_consent"] });
    expect(put({ meetingKind: "individuellt_barnteam" })).toEqual({
      ok: false,
      faults: ["wrong_meeting_kind"],
    });
    expect(put({ today: localDate("2026-03-21") })).toEqual({ ok: false, faults: ["meeting_has_passed"] });
    expect(put({ today: meeting.heldOn }).ok).toBe(true);
  });

  it("is decided with an action, or with a reason for none, never with empty words", () => {
    expect(STEPS.decide(LIVES.on_agenda)).toEqual({
      ok: true,
      value: { state: "decided", decision: action, meeting, ...later },
    });
    expect(STEPS.decide(LIVES.seen)).toEqual({
      ok: true,
      value: { state: "decided", decision: action, meeting: null, ...later },
    });
    const none = { kind: "no_action", reason: "Familjen vill vänta" } as const;
    expect(decideSignal(LIVES.seen, none, later).ok).toBe(true);
    expect(decideSignal(LIVES.seen, { ...none, reason: " " }, later)).toEqual({
      ok: false,
      faults: ["empty_decision"],
    });
    expect(decideSignal(LIVES.seen, { kind: "action", action: "" }, later)).toEqual({
      ok: false,
      faults: ["empty_decision"],
    });
  });

  it("is open until it is decided or superseded", () => {
    expect(SIGNAL_STATES.filter((state) => isOpen(LIVES[state]))).toEqual(["new", "seen", "on_agenda"]);
  });
});

describe("a late signal", () => {
  const lateIn = (over: Partial<Parameters<typeof isLate>[1]>) => {
    const late = SIGNAL_STATES.map((state) => ({
      state,
      isLate: isLate(LIVES[state], { today, passed: [], hasCoveringConsent: true, ...over }),
    }));
    expect(late.filter((one) => one.isLate === undefined)).toEqual([]);
    return late.filter((one) => one.isLate).map(({ state }) => state);
  };

  it("is none before its meeting and on the day", () => {
    expect(lateIn({})).toEqual([]);
    expect(lateIn({ today: meeting.heldOn })).toEqual([]);
  });

  it("stands on the agenda of a meeting that has passed without a decision", () => {
    expect(lateIn({ today: localDate("2026-03-21") })).toEqual(["on_agenda"]);
  });

  it("was passed by at a meeting it could have gone to", () => {
    expect(lateIn({ passed: [meeting] })).toEqual(["new", "seen"]);
    expect(lateIn({ passed: [meeting], hasCoveringConsent: false })).toEqual([]);
  });
});

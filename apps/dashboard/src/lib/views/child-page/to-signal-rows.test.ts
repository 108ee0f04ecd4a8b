import type { SignalView } from "@kompassen/api/follow-up";
import { raterKey } from "@kompassen/domain/behovskompass";
import type { SignalLife } from "@kompassen/domain/follow-up";
import { describe, expect, test } from "vitest";
import { day } from "#lib/behovskompass/history.test-support.ts";
import { messages } from "#lib/messages/sv/index.ts";
import { toSignalRows } from "./to-signal-rows.ts";

const words = {
  language: "sv" as const,
  guardians: [{ ordinal: 1, name: "Mira Vandral" }],
  words: messages.behovskompass,
  childId: "barn-1",
  page: messages.childPage,
};

const aSignal = (life: SignalLife): SignalView => ({
  id: "s1",
  compassId: "r2",
  area: "fritid",
  raised: [{ rater: raterKey("vardnadshavare:1"), signals: ["stagnation"] }],
  raisedAt: "2026-07-10T08:00:00Z",
  ruleSet: "uppfoljning-1",
  life,
  version: 1,
});

const circumstances = {
  today: day("2026-08-01"),
  rounds: [],
  responsible: "barnkontakt" as const,
  isCovered: true,
};

const onAgenda = (heldOn: string): SignalLife => ({
  state: "on_agenda",
  meeting: { meetingId: "m1", kind: "barnteam", heldOn: day(heldOn) },
  by: "p1",
  at: "2026-07-11T08:00:00Z",
});

describe("what is taken up", () => {
  test("says who raised it by name, and leads to its own page", () => {
    const [row] = toSignalRows([aSignal({ state: "new" })], circumstances, words);
    expect(row?.because).toEqual([
      "Skattning av vårdnadshavare Mira: Ingen tydlig förändring, tankar kvarstår",
    ]);
    expect(row?.href).toBe("/barn/barn-1/signal/s1");
  });

  test("without a covering consent stays with the responsible and says what is missing", () => {
    const [row] = toSignalRows([aSignal({ state: "new" })], { ...circumstances, isCovered: false }, words);
    expect(row?.note).toBe("Stannar hos Barnkontakt: det saknas ett skriftligt samtycke som gäller mötet.");
  });

  test("is late when its meeting has passed, not on the day of the meeting", () => {
    const [passed] = toSignalRows([aSignal(onAgenda("2026-07-31"))], circumstances, words);
    const [today] = toSignalRows([aSignal(onAgenda("2026-08-01"))], circumstances, words);
    expect(passed).toMatchObject({ isLate: true, state: "Mötet 31 jul 2026 har varit, inget är bestämt" });
    expect(today).toMatchObject({ isLate: false, state: "På dagordningen 1 aug 2026" });
  });

  test("what is open comes before what was decided, and what no longer holds is left out", () => {
    const decided: SignalLife = {
      state: "decided",
      decision: { kind: "no_action", reason: "Familjen vill vänta" },
      meeting: null,
      by: "p1",
      at: "2026-07-12",
    };
    const superseded: SignalLife = { state: "superseded", by: "p1", at: "2026-07-12T08:00:00Z" };
    const rows = toSignalRows(
      [aSignal(decided), aSignal(superseded), aSignal({ state: "new" })],
      circumstances,
      words,
    );
    expect(rows.map(({ state }) => state)).toEqual(["Nytt", "Bestämt: ingen åtgärd"]);
    expect(rows[1]?.note).toBe("Familjen vill vänta");
  });
});

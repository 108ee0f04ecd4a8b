import type { SignalView } from "@kompassen/api/follow-up";
import type { Area } from "@kompassen/domain/behovskompass";
import { DEFAULT_RULES, NO_EQUIVALENCES, type Series, type SignalLife } from "@kompassen/domain/follow-up";
import { describe, expect, test } from "vitest";
import { chooseCompasses } from "#lib/behovskompass/choose-compasses.ts";
import { aHistory, day } from "#lib/behovskompass/history.test-support.ts";
import { readAreas } from "#lib/behovskompass/read-areas.ts";
import { messages } from "#lib/messages/sv/index.ts";
import { toChangeGroups } from "./to-change-groups.ts";
import { toSignalRows } from "./to-signal-rows.ts";

const words = {
  language: "sv" as const,
  guardians: [{ ordinal: 1, name: "Mira Vandral" }],
  words: messages.behovskompass,
  childId: "barn-1",
  page: messages.childPage,
};

const SEEN: SignalLife = { state: "seen", by: "p1", at: "2026-07-11T08:00:00Z" };
const DECIDED: SignalLife = {
  state: "decided",
  decision: { kind: "action", action: "Extra hembesök varannan vecka" },
  meeting: null,
  by: "p1",
  at: "2026-07-12",
};

const aSignal = (compassId: string, area: Area, life: SignalLife): SignalView => ({
  id: `${compassId}-${area}`,
  compassId,
  area,
  raised: [],
  raisedAt: "2026-07-10T08:00:00Z",
  ruleSet: "uppfoljning-1",
  life,
  version: 1,
});

function groupsOf(
  series: readonly Series[],
  signals: readonly SignalView[],
  query: { current?: string; previous?: string } = {},
) {
  const choice = chooseCompasses(series, {
    rater: "barn",
    current: query.current ?? null,
    previous: query.previous ?? null,
  });
  if (choice === null) throw new Error("no choice");
  const readings = readAreas(series, choice, { rules: DEFAULT_RULES, equivalences: NO_EQUIVALENCES });
  const circumstances = {
    today: day("2026-08-01"),
    rounds: [],
    responsible: "stodsamordnare" as const,
    isCovered: false,
  };
  const rows = toSignalRows(signals, circumstances, words);
  const sources = { series, comments: [], signals: rows, statementTexts: new Map() };
  const groups = toChangeGroups(choice, readings, sources, words);
  const placed = groups.map(({ key, items }) => [key, items.map(({ area }) => area)] as const);
  const items = groups.flatMap((group) => group.items);
  return { placed: Object.fromEntries(placed), item: (area: Area) => items.find((one) => one.area === area) };
}

const stagnant = aHistory()
  .rated("barn", "r1", "2026-03-10", { fritid: 2, trygghet: 4, ma_bra: 2, omsorg: 5, respekteras: "blank" })
  .rated("barn", "r2", "2026-07-10", { fritid: 2, trygghet: 4, ma_bra: 4, omsorg: 3, respekteras: 3 })
  .answered("r2", "fritid", true)
  .answered("r2", "omsorg", false)
  .compared();

describe("what has changed since last time", () => {
  test("is told in the order of the conversation, each area once", () => {
    const { placed } = groupsOf(stagnant, [aSignal("r2", "fritid", SEEN)]);
    expect(placed).toEqual({
      raised: ["fritid"],
      rightWay: ["ma_bra"],
      maintained: ["trygghet"],
      back: ["omsorg"],
      notComparable: ["respekteras"],
    });
  });

  test("says the numbers, what they mean and, behind it, the rule", () => {
    const line = groupsOf(stagnant, [aSignal("r2", "fritid", SEEN)]).item("fritid")?.lines[0];
    expect(line).toMatchObject({
      values: "2 → 2",
      meaning: "Ingen tydlig förändring, och tankar kvarstår.",
      brief: "Ingen tydlig förändring, tankar kvarstår",
      days: "10 mar – 10 jul 2026",
      isPresumed: false,
    });
    expect(line?.why.rule).toContain("uppfoljning, version 1");
  });

  test("an area leaves what is to be taken up when a person has decided, and keeps what was decided", () => {
    const { placed, item } = groupsOf(stagnant, [aSignal("r2", "fritid", DECIDED)]);
    expect(placed.raised).toBeUndefined();
    expect(placed.unchanged).toEqual(["fritid"]);
    expect(item("fritid")?.signal).toMatchObject({ isOpen: false, note: "Extra hembesök varannan vecka" });
  });
});

describe("what somebody else's rating raises", () => {
  const motherSeesDecline = aHistory()
    .rated("barn", "r1", "2026-03-10", { trygghet: 4 })
    .rated("barn", "r2", "2026-07-10", { trygghet: 4 })
    .rated("vardnadshavare:1", "r1", "2026-03-12", { trygghet: 4 })
    .rated("vardnadshavare:1", "r2", "2026-07-12", { trygghet: 2 })
    .compared();

  test("is not hidden behind the child's own: both stand there, by name", () => {
    const { placed, item } = groupsOf(motherSeesDecline, [aSignal("r2", "trygghet", SEEN)]);
    expect(placed.raised).toEqual(["trygghet"]);
    expect(item("trygghet")?.lines.map(({ raterName, values }) => [raterName, values])).toEqual([
      ["barnet", "4 → 4"],
      ["vårdnadshavare Mira", "4 → 2"],
    ]);
    expect(item("trygghet")?.lines[1]?.why.numbers).toContain("skattning av vårdnadshavare Mira");
  });

  test("is not spoken of when two rounds have been picked by hand", () => {
    const three = aHistory()
      .rated("barn", "r0", "2026-01-10", { trygghet: 4 })
      .rated("barn", "r1", "2026-03-10", { trygghet: 4 })
      .rated("barn", "r2", "2026-07-10", { trygghet: 4 })
      .rated("vardnadshavare:1", "r1", "2026-03-12", { trygghet: 4 })
      .rated("vardnadshavare:1", "r2", "2026-07-12", { trygghet: 2 })
      .compared();
    const signals = [aSignal("r2", "trygghet", SEEN)];
    expect(groupsOf(three, signals, { current: "r2", previous: "r0" }).placed).toEqual({
      maintained: ["trygghet"],
    });
  });
});

describe("what an earlier or later round has raised", () => {
  const childMissedTheLatest = aHistory()
    .rated("barn", "r1", "2026-03-10", { fritid: 3 })
    .rated("barn", "r2", "2026-05-10", { fritid: 5 })
    .rated("barnteam", "r2", "2026-05-12", { fritid: [3, 3, 3] })
    .rated("barnteam", "r3", "2026-07-10", { fritid: [2, 2, 2] })
    .compared();
  const signals = [aSignal("r3", "fritid", SEEN)];

  test("stays in sight until it is decided, with its own day", () => {
    const { placed, item } = groupsOf(childMissedTheLatest, signals);
    expect(placed).toEqual({ raised: ["fritid"] });
    expect(item("fritid")?.lines.map(({ raterName, day: on }) => [raterName, on])).toEqual([
      ["barnet", null],
      ["barnteamet", "10 jul 2026"],
    ]);
  });

  test("is not mixed into a round that one looks back at", () => {
    expect(groupsOf(childMissedTheLatest, signals, { current: "r1" }).placed).toEqual({});
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localDate } from "../shared/index.ts";
import { daysUntil, listWaits, type Wait } from "./lead-time.ts";
import { lasarOf } from "./period.ts";
import type { StepEvent } from "./step-event.ts";

const LASAR = lasarOf(localDate("2026-01-01"));

function step(
  childId: string,
  kind: StepEvent["kind"],
  day: string,
  detail: string | null = null,
): StepEvent {
  const on = localDate(day);
  return { childId, kind, detail, unit: "SKO1", ageGroup: "7-12", registeredOn: on, occurredOn: on };
}

describe("a wait", () => {
  it("runs from the first step in the läsår to the next", () => {
    const events = [
      step("a", "barnsamtal", "2025-09-01"),
      step("a", "beslut", "2025-08-01"),
      step("a", "beslut", "2025-09-15"),
      step("a", "barnsamtal", "2026-02-01"),
    ];
    expect(listWaits(events, "beslut", LASAR)).toEqual([{ days: 14, end: "reached" }]);
  });

  it("is still running when the läsår ends: the child is not dropped", () => {
    const events = [step("a", "barnsamtal", "2026-06-20"), step("a", "beslut", "2026-07-05")];
    expect(listWaits(events, "beslut", LASAR)).toEqual([{ days: 10, end: "waiting" }]);
  });

  it("ends where the support was closed", () => {
    const events = [step("a", "barnsamtal", "2026-01-01"), step("a", "avslutat_annat", "2026-01-11")];
    expect(listWaits(events, "beslut", LASAR)).toEqual([{ days: 10, end: "closed" }]);
  });

  it("is not for those whose Beslut led elsewhere", () => {
    const events = [step("a", "beslut", "2026-01-01", "stod_egen_verksamhet")];
    expect(listWaits(events, "barnteam", LASAR)).toEqual([]);
  });
});

const reached = (...days: number[]): Wait[] => days.map((one) => ({ days: one, end: "reached" }));

describe("days until a share has come on", () => {
  it("is the plain quartile when nobody waits", () => {
    const waits = reached(1, 2, 3, 4, 5, 6, 7, 8);
    expect([0.25, 0.5, 0.75].map((share) => daysUntil(waits, share))).toEqual([2, 4, 6]);
  });

  it("counts those who wait for as long as they have waited", () => {
    // By hand: 1 - 3/4 = 0,25 after day 2; then one of three has left, and 0,75 x 1/2 after day 6.
    const waits: Wait[] = [...reached(2, 6), { days: 4, end: "waiting" }, { days: 9, end: "waiting" }];
    expect(daysUntil(waits, 0.25)).toBe(2);
    expect(daysUntil(waits, 0.5)).toBe(6);
    expect(daysUntil(waits, 0.75)).toBeNull();
  });

  it("does not exist where so many never came on", () => {
    expect(daysUntil([{ days: 30, end: "waiting" }, ...reached(3)], 0.75)).toBeNull();
    expect(daysUntil([], 0.5)).toBeNull();
  });

  it("never falls as the share grows", () => {
    const waits = fc.array(
      fc.record({
        days: fc.nat(50),
        end: fc.constantFrom("reached", "closed", "waiting"),
      }) satisfies fc.Arbitrary<Wait>,
    );
    fc.assert(
      fc.property(waits, (all) => {
        const [p25, p50] = [daysUntil(all, 0.25), daysUntil(all, 0.5)];
        if (p25 !== null && p50 !== null) expect(p50).toBeGreaterThanOrEqual(p25);
        if (p25 === null) expect(p50).toBeNull();
      }),
    );
  });
});

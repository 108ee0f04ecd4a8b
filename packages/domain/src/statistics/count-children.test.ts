import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BARNTEAM_AGE_GROUPS } from "../people/index.ts";
import { addDays, localDate } from "../shared/index.ts";
import { BESLUT_OUTCOMES } from "../stodprocess/index.ts";
import { countChildren } from "./count-children.ts";
import { quartersOfYear, yearOf } from "./period.ts";
import { COUNTED_STEPS, type StepEvent } from "./step-event.ts";

function step(
  childId: string,
  kind: StepEvent["kind"],
  day: string,
  more: Partial<StepEvent> = {},
): StepEvent {
  const on = localDate(day);
  const placed = { unit: "SKO1", ageGroup: "7-12" } as const;
  return { childId, kind, detail: null, ...placed, registeredOn: on, occurredOn: on, ...more };
}

describe("a child in a count", () => {
  it("counts in the quarter of its first step of the year, once, and again the next year", () => {
    const events = [
      step("a", "barnsamtal", "2026-05-02"),
      step("a", "barnsamtal", "2026-02-02"),
      step("a", "barnsamtal", "2027-01-02"),
    ];
    expect(countChildren(events, "barnsamtal").map(({ quarter, children }) => [quarter, children])).toEqual([
      ["2026Q1", 1],
      ["2027Q1", 1],
    ]);
  });

  it("counts where it was then: a child who moves is not counted anew", () => {
    const events = [
      step("a", "barnsamtal", "2026-02-02", { unit: "FSK1", ageGroup: "1-6" }),
      step("a", "barnsamtal", "2026-09-02", { unit: "SKO1", ageGroup: "7-12" }),
    ];
    expect(countChildren(events, "barnsamtal")).toEqual([
      { unit: "FSK1", ageGroup: "1-6", quarter: "2026Q1", detail: null, children: 1 },
    ]);
  });

  it("counts when it was registered, however late", () => {
    const late = step("a", "barnsamtal", "2026-04-15", { occurredOn: localDate("2026-01-15") });
    expect(countChildren([late], "barnsamtal")[0]?.quarter).toBe("2026Q2");
  });

  it("stands under the outcome of its first Beslut, so that outcomes add up to the whole", () => {
    const events = [
      step("a", "beslut", "2026-02-02", { detail: "barnteam" }),
      step("a", "beslut", "2026-03-02", { detail: "stod_egen_verksamhet" }),
      step("b", "beslut", "2026-03-02", { detail: "stod_egen_verksamhet" }),
    ];
    expect(countChildren(events, "beslut").map(({ detail, children }) => [detail, children])).toEqual([
      ["barnteam", 1],
      ["stod_egen_verksamhet", 1],
    ]);
  });
});

describe("whatever happens", () => {
  const events = fc.array(
    fc.record({
      childId: fc.constantFrom("a", "b", "c", "d"),
      kind: fc.constantFrom("barnsamtal", "beslut", "barnteam"),
      detail: fc.constantFrom(...BESLUT_OUTCOMES),
      unit: fc.constantFrom("SKO1", "FSK1"),
      ageGroup: fc.constantFrom(...BARNTEAM_AGE_GROUPS),
      registeredOn: fc.integer({ min: 0, max: 700 }).map((days) => addDays(localDate("2025-01-01"), days)),
      occurredOn: fc.constant(localDate("2025-01-01")),
    }) satisfies fc.Arbitrary<StepEvent>,
    { maxLength: 30 },
  );

  it("a year is the sum of its quarters: as many as the children with such a step that year", () => {
    fc.assert(
      fc.property(events, fc.constantFrom(...COUNTED_STEPS), (all, kind) => {
        const counts = countChildren(all, kind);
        for (const year of [yearOf(localDate("2025-06-01")), yearOf(localDate("2026-06-01"))]) {
          const quarters = quartersOfYear(year);
          const sum = counts
            .filter(({ quarter }) => quarters.includes(quarter))
            .reduce((total, { children }) => total + children, 0);
          const children = all.filter((one) => one.kind === kind && yearOf(one.registeredOn) === year);
          expect(sum).toBe(new Set(children.map(({ childId }) => childId)).size);
        }
      }),
    );
  });

  it("the order of the rows decides nothing", () => {
    fc.assert(
      fc.property(events, (all) => {
        const shuffled = all.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? 1 : -1));
        expect(countChildren(shuffled, "beslut")).toEqual(countChildren(all, "beslut"));
        expect(countChildren(all.toReversed(), "beslut")).toEqual(countChildren(all, "beslut"));
      }),
    );
  });
});

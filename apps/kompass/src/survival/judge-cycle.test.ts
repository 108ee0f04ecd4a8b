import { describe, expect, it } from "vitest";
import type { NotedDeed } from "./deed.ts";
import { judgeCycle } from "./judge-cycle.ts";

const deed = (number: number, id: string, leaves: string, isAcknowledged = true): NotedDeed => ({
  number,
  writer: 0,
  childId: "barn",
  id,
  call: { verb: "barnetsPlan.recordSupport", text: leaves },
  leaves,
  isAcknowledged,
});

const stored = (states: Record<string, string>, rows: number) => ({
  states: new Map(Object.entries(states)),
  logged: new Map([["barn barnetsPlan.recordSupport", rows]]),
});

const told = [deed(1, "a", "a1"), deed(2, "a", "a2"), deed(3, "b", "b1", false)];

describe("a cycle", () => {
  it("is whole when what was told is there, and what was not told is there or not", () => {
    const whole = { lost: 0, torn: 0, logFaults: 0, acknowledged: 2 };
    expect(judgeCycle(told, stored({ a: "a2" }, 2))).toMatchObject({ ...whole, doneUntold: 0 });
    expect(judgeCycle(told, stored({ a: "a2", b: "b1" }, 3))).toMatchObject({ ...whole, doneUntold: 1 });
  });

  it("has lost what was told and is not there, also under a row that is", () => {
    expect(judgeCycle(told, stored({ a: "a1" }, 1))).toMatchObject({ lost: 1, logFaults: 0 });
    expect(judgeCycle(told, stored({}, 0))).toMatchObject({ lost: 2 });
  });

  it("is torn when a row stands as nobody left it, or is nobody's", () => {
    expect(judgeCycle(told, stored({ a: "half" }, 0))).toMatchObject({ torn: 1, lost: 2 });
    expect(judgeCycle(told, stored({ a: "a2", c: "c1" }, 2))).toMatchObject({ torn: 1 });
  });

  it("misses the row of the log that a deed left none of", () => {
    expect(judgeCycle(told, stored({ a: "a2" }, 1))).toMatchObject({ lost: 0, logFaults: 1 });
    expect(judgeCycle(told, stored({ a: "a2" }, 3))).toMatchObject({ lost: 0, logFaults: 1 });
  });
});

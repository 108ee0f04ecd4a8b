import { describe, expect, it } from "vitest";
import { findKnown } from "../errors/index.ts";
import { CallCounter, limitCalls } from "./index.ts";

const START = new Date("2026-03-02T08:00:00Z");
const after = (seconds: number) => new Date(START.getTime() + seconds * 1000);
const THREE_A_MINUTE = { most: 3, seconds: 60 };

function refusalOf(call: () => void) {
  try {
    call();
    return null;
  } catch (error) {
    return findKnown(error);
  }
}

const repeat = (times: number, call: () => void) => {
  for (let count = 0; count < times; count += 1) call();
};

describe("a limit", () => {
  it("lets through as many as it says, refuses the next, and says how long to wait", () => {
    const counter = new CallCounter();
    repeat(3, () => counter.take("a", THREE_A_MINUTE, START));
    const refused = refusalOf(() => counter.take("a", THREE_A_MINUTE, after(45)));
    expect(refused).toMatchObject({ code: "too_many_requests", detail: { retryAfter: 15 } });
    expect(refusalOf(() => counter.take("b", THREE_A_MINUTE, after(45)))).toBeNull();
  });

  it("begins anew when its time is over", () => {
    const counter = new CallCounter();
    repeat(3, () => counter.take("a", THREE_A_MINUTE, START));
    expect(refusalOf(() => counter.take("a", THREE_A_MINUTE, after(60)))).toBeNull();
  });
});

describe("one person's calls", () => {
  it("are counted procedure by procedure, the heavy ones more strictly, and nobody's for another", () => {
    const counter = new CallCounter();
    const mine = limitCalls(counter, "me", START);
    repeat(120, () => mine.take("export.getFile"));
    expect(refusalOf(() => mine.take("export.getFile"))?.code).toBe("too_many_requests");
    repeat(300, () => mine.take("people.getChild"));
    expect(refusalOf(() => mine.take("people.getChild"))?.code).toBe("too_many_requests");
    expect(refusalOf(() => limitCalls(counter, "you", START).take("export.getFile"))).toBeNull();
  });
});

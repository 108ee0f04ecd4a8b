import { expect, test } from "vitest";
import { openHistory, releasedPeriods, releasedQuarters, releaseOf } from "./release-history.ts";
import { aHead, aHistory } from "./releases.test-support.ts";

const Q4 = aHead(["2025Q4", "2025"]);
const Q1 = aHead(["2026Q1"]);
const Q2 = aHead(["2026Q2", "2025/2026"]);

test("the latest release is the one with the last quarter, in whatever order they come", () => {
  expect(aHistory(Q2, Q4, Q1).current).toBe(Q2);
});

test("an older release is read as when it was the latest: nothing later is known", () => {
  const history = openHistory([Q4, Q1, Q2], Q1.id);
  expect(history?.current).toBe(Q1);
  expect(history && releasedPeriods(history)).toEqual({
    quarters: ["2026Q1", "2025Q4"],
    years: ["2025"],
    lasar: [],
  });
});

test("before the first release, and for one that is not there, there is nothing", () => {
  expect(openHistory([])).toBeNull();
  expect(openHistory([Q1], "kompass-9001-2031Q1-1")).toBeNull();
});

test("lines go over the last quarters, the oldest first", () => {
  expect(releasedQuarters(aHistory(Q4, Q1, Q2), 2)).toEqual(["2026Q1", "2026Q2"]);
});

test("a period is found in the release it came with", () => {
  const history = aHistory(Q4, Q1, Q2);
  expect(releaseOf(history, "2025")).toBe(Q4);
  expect(releaseOf(history, "2025/2026")).toBe(Q2);
  expect(releaseOf(history, "2024")).toBeUndefined();
});

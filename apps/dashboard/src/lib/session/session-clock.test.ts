import { expect, test } from "vitest";
import { nextClockStep } from "./session-clock.ts";

test.each([
  [
    { idle: 3600, absolute: 36_000 },
    { kind: "wait", seconds: 600 },
  ],
  [
    { idle: 300, absolute: 36_000 },
    { kind: "wait", seconds: 180 },
  ],
  [
    { idle: 121, absolute: 36_000 },
    { kind: "wait", seconds: 1 },
  ],
  [
    { idle: 120, absolute: 36_000 },
    { kind: "warn", seconds: 120, mayStay: true },
  ],
  [
    { idle: 3600, absolute: 120 },
    { kind: "warn", seconds: 120, mayStay: false },
  ],
  [
    { idle: 30, absolute: 121 },
    { kind: "warn", seconds: 30, mayStay: true },
  ],
  [{ idle: 0, absolute: 500 }, { kind: "ended" }],
  [null, { kind: "ended" }],
])("with %o left the page will %o", (left, step) => {
  expect(nextClockStep(left)).toEqual(step);
});

import { expect, test } from "vitest";
import { momentText, timeText } from "./moment-text.ts";

test("a moment is told by the clock in Sweden, in summer and winter", () => {
  expect(timeText("2026-07-01 08:42:10.123456+00")).toBe("10:42");
  expect(timeText("2026-12-01T08:42:10Z")).toBe("09:42");
  expect(momentText("2026-12-31 23:30:00+00", "sv")).toBe("1 januari 2027 00:30");
  expect(momentText("2026-12-31 23:30:00+00", "en")).toBe("1 January 2027 00:30");
});

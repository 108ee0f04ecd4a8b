import { expect, test } from "vitest";
import { messages } from "#lib/messages/sv/index.ts";
import { someMultiples } from "./charts.test-support.ts";
import { dayNumber } from "./day-number.ts";
import { toTimeAxis } from "./to-time-axis.ts";

test("names its months, and leaves out events beyond its ends", () => {
  const event = (date: string) => ({ key: date, name: "Ny skola", day: { date, text: date } });
  const input = {
    ...someMultiples({}),
    events: [event("2024-12-31"), event("2025-01-01"), event("2026-01-01"), event("2026-01-02")],
  };
  const axis = toTimeAxis(input, messages.charts);
  expect(axis.events.map(({ key }) => key)).toEqual(["2025-01-01", "2026-01-01"]);
  expect(axis.ticks[0]).toEqual({ day: dayNumber("2025-01-01"), text: "jan 2025" });
});

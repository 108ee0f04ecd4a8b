import type { SupportView } from "@kompassen/api/barnets-plan";
import { describe, expect, test } from "vitest";
import { day } from "#lib/behovskompass/history.test-support.ts";
import { messages } from "#lib/messages/sv/index.ts";
import { toLifeLine, toSurroundings } from "./to-life-line.ts";

const aSupport = (facts: Partial<SupportView>): SupportView => ({
  id: "s1",
  area: "fritid",
  kind: "resursperson",
  description: "En vuxen med på fotbollen",
  givenBy: "Idun, fritidspedagog",
  status: "pagaende",
  startsOn: day("2026-03-01"),
  endsOn: null,
  version: 1,
  ...facts,
});

const anEvent = { id: "e1", happenedOn: day("2026-05-01"), description: "Flyttade", version: 1 };

describe("supports and events", () => {
  test("stand together, the latest first", () => {
    const lived = {
      supports: [aSupport({}), aSupport({ id: "s2", startsOn: day("2026-06-01") })],
      events: [anEvent],
    };
    expect(toLifeLine(lived, "sv", messages.barnetsPlan).map(({ key }) => key)).toEqual(["s2", "e1", "s1"]);
  });

  test("say when a support runs: since, from, or both days", () => {
    const periodOf = (support: Partial<SupportView>) =>
      toLifeLine({ supports: [aSupport(support)], events: [] }, "sv", messages.barnetsPlan)[0]?.dateText;
    expect(periodOf({})).toBe("sedan 1 mar 2026");
    expect(periodOf({ status: "ska_sattas_in" })).toBe("från 1 mar 2026");
    expect(periodOf({ status: "klart", endsOn: day("2026-04-30") })).toBe("1 mar – 30 apr 2026");
  });

  test("a support that has not begun is no band in the chart", () => {
    const lived = {
      supports: [aSupport({}), aSupport({ id: "s2", status: "ska_sattas_in" })],
      events: [anEvent],
    };
    const { supports, events } = toSurroundings(lived, "sv");
    expect(supports.map(({ band }) => band.key)).toEqual(["s1"]);
    expect(events.map(({ name }) => name)).toEqual(["Flyttade"]);
  });
});

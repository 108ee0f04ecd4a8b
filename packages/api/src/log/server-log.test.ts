import { Writable } from "node:stream";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeError } from "./describe-error.ts";
import { LOG_EVENTS, type LogEvent } from "./log-events.ts";
import { LOG_FIELDS, type LogFieldName } from "./log-fields.ts";
import { listLogInventory } from "./log-inventory.ts";
import { allowedOf, openServerLog } from "./server-log.ts";

const SECRET = "Nilo Vandral bor på Ekgatan 3";
const CHILD = "0190f3a2-7b1c-7def-8a90-1234567890ab";

/** As somebody might call it who goes round the types. */
const said = (event: object) => allowedOf(event as LogEvent);

describe("a line of the log", () => {
  it("says what its event may say", () => {
    let written = "";
    const to = new Writable({
      write: (chunk, _, done) => {
        written += chunk;
        done();
      },
    });
    const line = {
      route: "/(app)/barn/[id]/samtal/[compassId]",
      method: "GET",
      status: 200,
      milliseconds: 12.5,
    };
    openServerLog("1.2.3", to).record({ event: "request answered", kommun: "9001", ...line });
    const parsed = JSON.parse(written);
    expect(parsed).toMatchObject({
      level: 30,
      version: "1.2.3",
      msg: "request answered",
      kommun: "9001",
      ...line,
    });
    expect(Object.keys(parsed).toSorted()).toEqual(
      ["level", "time", "version", "msg", "kommun", ...Object.keys(line)].toSorted(),
    );
  });

  it("drops fields that its event does not have", () => {
    expect(
      said({
        event: "call failed",
        procedure: "people.getChild",
        childId: CHILD,
        message: SECRET,
        status: 500,
      }),
    ).toEqual({
      procedure: "people.getChild",
    });
  });

  it.each([
    ["route", `/barn/${CHILD}`],
    ["route", "/barn/ny?namn=Nilo"],
    ["route", SECRET],
    ["errorCode", SECRET],
    ["errorName", CHILD],
    ["errorAt", `${SECRET}.ts:1`],
    ["kommun", "Alvhamra"],
    ["requestId", SECRET],
    ["method", "GET Nilo"],
    ["status", "200 Nilo"],
  ])("drops a %s of another shape: %s", (field, value) => {
    expect(said({ event: "page failed", [field]: value })).toEqual({});
  });

  it.each([
    ["directive", "nilo-vandral"],
    ["blocked", "nilo"],
  ])("drops a %s that is not one of those known: %s", (field, value) => {
    expect(said({ event: "content blocked", [field]: value })).toEqual({});
  });

  it("never says what somebody wrote, in whatever field it comes", () => {
    const names = Object.keys(LOG_FIELDS) as LogFieldName[];
    const words = fc.array(fc.constantFrom("Åsa", "Nilo", "mår dåligt", "8 år", CHILD, "@", "070-123"), {
      minLength: 2,
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(LOG_EVENTS)),
        fc.constantFrom(...names),
        words,
        (event, name, told) => {
          expect(said({ event, [name]: told.join(" ") })).toEqual({});
        },
      ),
    );
  });
});

describe("an error in the log", () => {
  it("is its class, its code and our own line, and not its message", () => {
    const error = Object.assign(new TypeError(`${SECRET}\n    at x (/packages/api/src/${SECRET}.ts:1:1)`), {
      code: "22P02",
    });
    const described = describeError(error);
    expect(described).toMatchObject({ errorName: "TypeError", errorCode: "22P02" });
    expect(described.errorAt).toMatch(/^packages\/api\/src\/log\/server-log\.test\.ts:\d+$/);
    expect(JSON.stringify(described)).not.toContain("Nilo");
  });

  it("is nothing when something else was thrown", () => {
    expect(said({ event: "call failed", ...describeError(SECRET) })).toEqual({});
  });
});

it("has an inventory with every event and field", () => {
  const rows = listLogInventory();
  expect(new Set(rows.map(({ event }) => event))).toEqual(new Set(Object.keys(LOG_EVENTS)));
  expect(rows.every(({ eventSays }) => eventSays.length > 10)).toBe(true);
  expect(new Set(rows.flatMap(({ field }) => field ?? []))).toEqual(new Set(Object.keys(LOG_FIELDS)));
});

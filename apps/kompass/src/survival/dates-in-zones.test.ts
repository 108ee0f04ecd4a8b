import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDaysIn } from "./dates-in-zones.ts";
import { FAKED_DAYS, ZONES } from "./faked-days.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

describe("a day is the day in Sweden", () => {
  it("on days when it is easily got wrong, whatever zone the server keeps", async () => {
    const [utc, stockholm, losAngeles] = await Promise.all(ZONES.map(readDaysIn));
    expect([utc?.zone, stockholm?.zone, losAngeles?.zone], "the zones were not taken on").toEqual([
      0, -60, 480,
    ]);
    expect(stockholm?.taken).toEqual(utc?.taken);
    expect(losAngeles?.taken).toEqual(utc?.taken);
    expect(utc?.taken.map(({ today }) => today)).toEqual(FAKED_DAYS.map(({ day }) => day));
    const [forward, back, leap, newYear, birthday, purge] = utc?.taken ?? [];
    expect(forward).toMatchObject({ yesterday: "2026-03-28", quarter: "2026Q1", words: "29 mar 2026" });
    expect(back).toMatchObject({ yesterday: "2026-10-24", sinceNewYear: 297 });
    expect(leap).toMatchObject({ yesterday: "2028-02-28", ageOfLeapChild: 12 });
    expect(newYear).toMatchObject({ sinceNewYear: 0, quarter: "2027Q1", yesterday: "2026-12-31" });
    expect(birthday).toMatchObject({ age: 12, followUpToday: "soon", followUpYesterday: "overdue" });
    expect(purge).toMatchObject({ keptThrough: "2028-03-15", purged: false, purgedTomorrow: true });
  });

  it("in the database too, whatever zone the connection keeps", async () => {
    for (const zone of ZONES) {
      const days = await database.admin.begin(async (tx) => {
        await tx`select set_config('timezone', ${zone}, true)`;
        const [made] = await tx<{ text: string }[]>`
          select pg_get_functiondef('kompass.today()'::regprocedure) as text`;
        // The database's own clock cannot be set: its function is asked with each instant in the clock's place.
        const asked = made?.text.match(/\(now\(\) at time zone '[^']+'\)::date/i)?.[0] ?? "";
        expect(asked).not.toBe("");
        const instants = FAKED_DAYS.map(({ instant }) => instant);
        const rows = await tx.unsafe<{ day: string }[]>(
          `select (${asked.replace("now()", "i")})::text as day
             from unnest($1::text[]::timestamptz[]) with ordinality as u(i, place) order by place`,
          [instants],
        );
        return rows.map(({ day }) => day);
      });
      expect(days, zone).toEqual(FAKED_DAYS.map(({ day }) => day));
    }
  });
});

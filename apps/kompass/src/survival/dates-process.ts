// What the product takes each of the faked days for, in the zone of this process. Prints JSON.
import { openRuntime } from "@kompassen/api";
import { DEFAULT_RULES, followUpStatus } from "@kompassen/domain/follow-up";
import { ageInYears } from "@kompassen/domain/people";
import { keptThrough, mayBePurged } from "@kompassen/domain/retention";
import { addDays, dateText, daysBetween, localDate } from "@kompassen/domain/shared";
import { quarterOf } from "@kompassen/domain/statistics";
import { FAKED_DAYS } from "./faked-days.ts";

const url = "postgres://nobody@127.0.0.1:1/none";
const { contextFor } = openRuntime({
  databaseUrl: url,
  statisticsUrl: url,
  familyUrl: url,
  isDemo: false,
  loginFile: null,
  hasLimits: false,
  version: "test",
});
const RealDate = Date;
const taken = FAKED_DAYS.map(({ name, instant }) => {
  const now = RealDate.parse(instant);
  globalThis.Date = class extends RealDate {
    constructor(...given: [] | [string | number]) {
      super(given.length === 0 ? now : given[0]);
    }
  } as DateConstructor;
  const { today } = contextFor(null);
  globalThis.Date = RealDate;
  const closedOn = localDate("2026-03-15");
  return {
    name,
    today,
    words: dateText(today, "sv"),
    yesterday: addDays(today, -1),
    sinceNewYear: daysBetween(localDate(`${today.slice(0, 4)}-01-01`), today),
    quarter: quarterOf(today),
    age: ageInYears(localDate("2014-06-15"), today),
    ageOfLeapChild: ageInYears(localDate("2016-02-29"), today),
    followUpToday: followUpStatus({ isActive: true, plannedOn: today, doneOn: null }, today, DEFAULT_RULES),
    followUpYesterday: followUpStatus(
      { isActive: true, plannedOn: addDays(today, -1), doneOn: null },
      today,
      DEFAULT_RULES,
    ),
    keptThrough: keptThrough(closedOn, 24),
    purged: mayBePurged({ closedOn, isHeld: false }, 24, today),
    purgedTomorrow: mayBePurged({ closedOn, isHeld: false }, 24, addDays(today, 1)),
  };
});
process.stdout.write(`\n${JSON.stringify({ zone: new Date(0).getTimezoneOffset(), taken })}\n`, () =>
  process.exit(0),
);

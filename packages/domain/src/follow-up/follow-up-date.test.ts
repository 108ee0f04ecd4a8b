import { describe, expect, it } from "vitest";
import { addDays, localDate } from "../shared/index.ts";
import { followUpStatus, suggestFollowUpDate } from "./follow-up-date.ts";
import { DEFAULT_RULES } from "./rule-set.ts";

const today = localDate("2026-03-28");
const planned = (days: number) => ({ isActive: true, plannedOn: addDays(today, days), doneOn: null });
const statusOf = (plan: Parameters<typeof followUpStatus>[0]) => followUpStatus(plan, today, DEFAULT_RULES);

describe("the status of a follow-up date", () => {
  it.each([
    [-1, "overdue"],
    [0, "soon"],
    [14, "soon"],
    [15, "planned"],
  ])("%d days ahead is %s", (days, status) => expect(statusOf(planned(days))).toBe(status));

  it("is missing for a child who is followed and has no date", () => {
    expect(statusOf({ isActive: true, plannedOn: null, doneOn: null })).toBe("missing_date");
    expect(statusOf({ isActive: false, plannedOn: null, doneOn: null })).toBeNull();
  });

  it("is done once it is carried out, also late", () => {
    expect(statusOf({ ...planned(-30), doneOn: today })).toBe("done");
    expect(statusOf({ isActive: true, plannedOn: null, doneOn: today })).toBe("done");
  });
});

it("suggests twelve weeks", () => {
  expect(suggestFollowUpDate(localDate("2026-01-15"), DEFAULT_RULES)).toBe("2026-04-09");
});

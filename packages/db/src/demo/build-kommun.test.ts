import { localDate } from "@kompassen/domain/shared";
import { describe, expect, test } from "vitest";
import { tellKommun } from "./load-demo.ts";
import { GRANVALA } from "./places/granvala.ts";

/** Both changes of the clock, a leap day, New Year, and the days around the start of a school year. */
const DAYS = ["2026-03-29", "2026-10-25", "2027-01-01", "2027-08-14", "2027-08-15", "2028-02-29"].map(
  localDate,
);

describe.each(DAYS)("a kommun laid out backwards from %s", (today) => {
  const rows = tellKommun(GRANVALA, today);

  test("has its ten children, each at one of its units and born before being registered", () => {
    expect(rows.child).toHaveLength(10);
    const early = rows.child.filter(
      ({ birthDate, registeredOn }) => birthDate == null || registeredOn < birthDate,
    );
    expect(early).toEqual([]);
  });

  test("has nothing rated, said or held that has not happened yet", () => {
    const held = rows.meeting.filter(({ state }) => state === "held").map(({ heldOn }) => heldOn);
    const told = [
      ...rows.assessment.map(({ registeredOn }) => registeredOn),
      ...rows.conversation.map(({ heldOn }) => heldOn),
      ...held,
    ];
    expect(told.filter((day) => day >= today)).toEqual([]);
    const steps = rows.processStep.filter(({ occurredOn, registeredOn }) => {
      return registeredOn > today || occurredOn > registeredOn;
    });
    expect(steps).toEqual([]);
  });

  test("has a meeting of each standing team within the coming two weeks or so", () => {
    const standing = rows.team.filter(({ kind }) => kind === "barnteam");
    const coming = rows.meeting.filter(({ state }) => state === "planned");
    const without = standing.filter(({ id }) => !coming.some(({ teamId }) => teamId === id));
    expect(without).toEqual([]);
  });
});

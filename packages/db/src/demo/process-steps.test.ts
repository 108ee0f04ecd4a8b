import { addDays, type LocalDate, localDate } from "@kompassen/domain/shared";
import { latestEndedQuarters, quarterOf } from "@kompassen/domain/statistics";
import { PROCESS_STEP_KINDS, type ProcessStepKind } from "@kompassen/domain/stodprocess";
import { describe, expect, test } from "vitest";
import { tellKommun } from "./load-demo.ts";
import { ALVHAMRA } from "./places/alvhamra.ts";
import { GRANVALA } from "./places/granvala.ts";

const today = localDate("2026-11-22");
const rows = tellKommun(ALVHAMRA, today);
const steps = rows.processStep;
const byChild = Map.groupBy(steps, ({ childId }) => childId);
const unitIds = new Map(rows.unit.map(({ code, id }) => [code, id]));

const firstDay = (
  childId: string,
  kind: ProcessStepKind,
  isOther: (detail: string | null) => boolean = () => true,
) =>
  (byChild.get(childId) ?? [])
    .filter((step) => step.kind === kind && isOther(step.detail ?? null))
    .map(({ occurredOn }) => occurredOn)
    .toSorted()[0];

describe("the steps of the larger kommun", () => {
  test("are of every kind, over three years, none of them ahead", () => {
    expect(new Set(steps.map(({ kind }) => kind))).toEqual(new Set(PROCESS_STEP_KINDS));
    const days = steps.map(({ registeredOn }) => registeredOn).toSorted();
    expect(days[0] ?? "").toMatch(/^2023/);
    expect(days.at(-1) ?? "").toMatch(/^2026-11/);
    expect(days.filter((day) => day > today)).toEqual([]);
    expect(steps.filter(({ occurredOn, registeredOn }) => occurredOn > registeredOn)).toEqual([]);
  });

  test("come in the order of the process: card, Barnsamtal, Beslut, Barnteam, conversation", () => {
    // Where the steps were not written down from the beginning, a child may have only its later ones.
    const whole = [...byChild.keys()].filter((childId) => firstDay(childId, "barnsamtal") !== undefined);
    const order = whole.map((childId) =>
      [
        firstDay(childId, "upptackarkort", (vag) => vag !== "stod_egen_verksamhet"),
        firstDay(childId, "barnsamtal"),
        firstDay(childId, "beslut"),
        firstDay(childId, "barnteam"),
        firstDay(childId, "uppfoljningssamtal"),
      ].filter((day) => day !== undefined),
    );
    expect(order.filter((days) => days.join() !== days.toSorted().join())).toEqual([]);
    expect(order.filter((days) => days.length === 5).length).toBeGreaterThan(100);
  });

  test("are one for each round, signal and held meeting of a child", () => {
    const of = (...kinds: ProcessStepKind[]) => steps.filter(({ kind }) => kinds.includes(kind));
    const rounds = new Set(of("behovskompass", "uppfoljning").map(({ id }) => id));
    expect(rounds).toEqual(new Set(rows.compass.map(({ id }) => id)));
    expect(of("behovskompass", "uppfoljning")).toHaveLength(rows.compass.length);
    expect(of("signal_raised")).toHaveLength(rows.signal.length);
    expect(of("signal_decided")).toHaveLength(rows.signal.filter(({ state }) => state === "decided").length);
    const held = new Set(rows.meeting.filter(({ state }) => state === "held").map(({ id }) => id));
    expect(of("barnteam", "individuellt_barnteam")).toHaveLength(
      rows.agendaItem.filter(({ meetingId }) => held.has(meetingId)).length,
    );
    const closed = rows.child.filter(({ closedOn }) => closedOn !== null);
    expect(of("behov_uppfyllt", "avslutat_annat")).toHaveLength(closed.length);
  });

  test("are never at a unit for a child with protected identity, and always for the others", () => {
    const hidden = new Set(
      rows.child.filter(({ protectedIdentity }) => protectedIdentity !== "ingen").map(({ id }) => id),
    );
    expect(hidden.size).toBeGreaterThan(5);
    expect(steps.filter(({ childId, unitId }) => hidden.has(childId) !== (unitId === null))).toEqual([]);
  });

  test("move with the child, are sometimes written down in a later quarter, and leave quarters empty", () => {
    const moved = [...byChild.values()].filter((own) => new Set(own.map(({ unitId }) => unitId)).size > 1);
    expect(moved.length).toBeGreaterThan(40);
    const quarter = (day: string) => quarterOf(localDate(day));
    const late = steps.filter(({ occurredOn, registeredOn }) => quarter(occurredOn) < quarter(registeredOn));
    expect(late.length).toBeGreaterThan(50);
    const cards = steps.filter(({ kind }) => kind === "upptackarkort");
    const cardsAt = (code: string, from: LocalDate, to: LocalDate) =>
      cards.filter(
        ({ unitId, registeredOn }) =>
          unitId === unitIds.get(code) && registeredOn >= from && registeredOn < to,
      ).length;
    expect(cardsAt("SKO6", localDate("2023-01-01"), addDays(today, -400))).toBe(0);
    expect(cardsAt("SKO6", addDays(today, -400), today)).toBeGreaterThan(10);
    expect(cardsAt("SKO3", localDate("2023-01-01"), today)).toBeLessThan(
      cardsAt("SKO1", localDate("2023-01-01"), today) / 4,
    );
  });
});

describe("the counts beside them", () => {
  test("are there for twelve quarters, and for every group that a step is counted in", () => {
    const quarters = new Set(latestEndedQuarters(today, 12));
    expect(new Set(rows.homeVisit.map(({ quarter }) => quarter))).toEqual(quarters);
    expect(new Set(rows.training.map(({ quarter }) => quarter))).toEqual(quarters);
    const known = new Set(rows.unitPopulation.map(({ unitId, ageGroup }) => `${unitId} ${ageGroup}`));
    const unknown = steps.filter(
      ({ unitId, ageGroup }) => unitId !== null && !known.has(`${unitId} ${ageGroup}`),
    );
    expect(unknown).toEqual([]);
  });

  test("and the steps of the pilot are as small as it is", () => {
    const pilot = tellKommun(GRANVALA, today);
    expect(new Set(pilot.processStep.map(({ childId }) => childId)).size).toBe(10);
    expect(pilot.homeVisit).toEqual([]);
    expect(pilot.unitPopulation.every(({ children }) => children < 40)).toBe(true);
  });
});

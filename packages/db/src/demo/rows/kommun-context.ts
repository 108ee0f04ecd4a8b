import { addDays, type LocalDate } from "@kompassen/domain/shared";
import type { KommunPlan, StaffPlan } from "../places/kommun-plan.ts";
import { rowId } from "../row-id.ts";

/** A kommun on the day it is laid out: its plan, the ids of its rows, and who was who on a day. */
export interface KommunContext {
  readonly plan: KommunPlan;
  readonly today: LocalDate;
  /** When the work began here: rows that have no day of their own carry it. */
  readonly begunOn: LocalDate;
  readonly omradeId: (key: string) => string;
  readonly unitId: (code: string) => string;
  readonly personId: (loginKey: string) => string;
  /** The Barnkontakt of a unit's children on a day, by login key. */
  readonly barnkontaktAt: (unit: string, day: LocalDate) => string;
  /** From whom to whom a unit's Barnkontakt went over in the days given, in order. */
  readonly barnkontakterAt: (unit: string) => readonly Tenure[];
}

interface Tenure {
  readonly loginKey: string;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

const BEGUN_DAYS_AGO = 1_600;

export function openKommun(plan: KommunPlan, today: LocalDate): KommunContext {
  const begunOn = addDays(today, -BEGUN_DAYS_AGO);
  const tenures = new Map(plan.units.map(({ code }) => [code, tenuresAt(plan.staff, code, today)]));
  const barnkontakterAt = (unit: string) => tenures.get(unit) ?? [];
  return {
    plan,
    today,
    begunOn,
    omradeId: (key) => rowId(begunOn, plan.code, "omrade", key),
    unitId: (code) => rowId(begunOn, plan.code, "unit", code),
    personId: (loginKey) => rowId(begunOn, plan.code, "person", loginKey),
    barnkontakterAt,
    barnkontaktAt: (unit, day) => {
      const found = barnkontakterAt(unit).find(({ from, to }) => from <= day && (to === null || to >= day));
      if (found === undefined) throw new RangeError(`${unit} has no Barnkontakt on ${day}`);
      return found.loginKey;
    },
  };
}

function tenuresAt(staff: readonly StaffPlan[], unit: string, today: LocalDate): Tenure[] {
  return staff
    .flatMap(({ loginKey, barnkontaktAt: post }) =>
      post?.unit !== unit
        ? []
        : [
            {
              loginKey,
              from: addDays(today, -post.fromDaysAgo),
              to: post.toDaysAgo === undefined ? null : addDays(today, -post.toDaysAgo),
            },
          ],
    )
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

/** An instant on a day, for columns that hold more than the day. */
export function instantOn(day: LocalDate, hour = 9, minute = 0): Date {
  const two = (part: number) => String(part).padStart(2, "0");
  return new Date(`${day}T${two(hour)}:${two(minute)}:00Z`);
}

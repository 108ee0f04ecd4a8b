import { addDays, type LocalDate } from "@kompassen/domain/shared";
import type { Draw } from "../draw.ts";
import { latestWorkday, nextWorkday } from "./workday.ts";

const WEEKS_12 = 84;

/** When the latest round was and when the next is to be, or when and that the child was closed. */
export interface Course {
  readonly latestRoundOn: LocalDate;
  readonly nextFollowUpOn: LocalDate | null;
  readonly closed: { readonly on: LocalDate } | null;
}

/** Seven of eight are followed now, most with a date ahead; some dates have passed and some were never set. */
export function tellPlan(draw: Draw, years: number, today: LocalDate): Course {
  const isOldEnoughToClose = years > 1.2;
  if (isOldEnoughToClose && draw.chance(0.13)) {
    const closedDaysAgo = draw.whole(20, years > 3 ? 540 : 120);
    return {
      latestRoundOn: addDays(today, -closedDaysAgo - draw.whole(5, 20)),
      nextFollowUpOn: null,
      closed: { on: addDays(today, -closedDaysAgo) },
    };
  }
  const jitter = draw.whole(-6, 6);
  switch (draw.weighted({ planned: 0.72, soon: 0.15, overdue: 0.08, missing: 0.05 })) {
    case "planned": {
      const daysAgo = draw.whole(8, 62);
      return open(today, daysAgo, addDays(today, Math.max(15, WEEKS_12 - daysAgo + jitter)));
    }
    case "soon": {
      const ahead = draw.whole(0, 14);
      return open(today, WEEKS_12 - ahead + jitter, addDays(today, ahead));
    }
    case "overdue": {
      const late = draw.whole(1, 40);
      return open(today, WEEKS_12 + late + jitter, addDays(today, -late));
    }
    case "missing":
      return open(today, draw.whole(10, 110), null);
  }
}

function open(today: LocalDate, latestDaysAgo: number, nextFollowUpOn: LocalDate | null): Course {
  const next = nextFollowUpOn === null ? null : nextDate(nextFollowUpOn, today);
  return { latestRoundOn: addDays(today, -latestDaysAgo), nextFollowUpOn: next, closed: null };
}

/** A workday, and on the same side of today. */
export function nextDate(day: LocalDate, today: LocalDate): LocalDate {
  const before = latestWorkday(day);
  return day >= today && before < today ? nextWorkday(day) : before;
}

import type { Assessment } from "../follow-up/index.ts";
import type { FileFault } from "../shared/index.ts";
import type { GrowingRatings } from "./growing-ratings.ts";

export type ReadAssessment = Omit<Assessment, "ratings"> & {
  readonly ratings: GrowingRatings;
  readonly firstRow: number;
};

/**
 * A series (child, rater, area) can be assessed once a day: of two on one day neither is the earlier, so
 * the second in the file is a fault.
 */
export function findSameDay(assessments: Iterable<ReadAssessment>): FileFault[] {
  const byRaterAndDay = Map.groupBy(assessments, ({ rater, assessedOn }) => `${assessedOn} ${rater}`);
  return [...byRaterAndDay.values()].flatMap((sameDay) =>
    sameDay.flatMap((later, index): FileFault[] => {
      const earlier = sameDay.slice(0, index).find((other) => shareArea(other, later));
      return earlier === undefined ? [] : [sameDayFault(earlier, later)];
    }),
  );
}

function shareArea(a: ReadAssessment, b: ReadAssessment): boolean {
  return [...a.ratings.keys()].some((area) => b.ratings.has(area));
}

function sameDayFault(earlier: ReadAssessment, later: ReadAssessment): FileFault {
  return {
    row: later.firstRow,
    column: "assessed_on",
    value: later.assessedOn,
    expected: { code: "one_assessment_a_day", row: earlier.firstRow, compassId: earlier.compassId },
  };
}

import { type Area, type RaterKey, raterKey, type Value } from "@kompassen/domain/behovskompass";
import {
  type Assessment,
  compareChild,
  DEFAULT_RULES,
  type RaisedBy,
  raiseSignals,
} from "@kompassen/domain/follow-up";
import { addDays, type LocalDate } from "@kompassen/domain/shared";
import fc from "fast-check";
import { expect, it } from "vitest";
import { type StoredSignal, staysAsRaised } from "./stays-as-raised.ts";

const FIRST_DAY = "2025-01-01" as LocalDate;
const AREA: Area = "trygghet";
const NO_THOUGHTS = new Map();

function rating(rater: RaterKey, day: number, value: Value): Assessment {
  const assessedOn = addDays(FIRST_DAY, day);
  return {
    compassId: `round ${Math.floor(day / 30)}`,
    rater,
    assessedOn,
    registeredOn: assessedOn,
    instrument: "samtalsunderlag",
    instrumentVersion: "1",
    ageForm: null,
    ratings: new Map([[AREA, { kind: "single", answer: value }]]),
  };
}

/** What the whole of a child's history raises, as `refreshSignals` brings the stored signals in line with it. */
function refresh(
  stored: StoredSignal[],
  all: readonly Assessment[],
  changedCompassId: string,
): StoredSignal[] {
  const series = compareChild({ assessments: all, thoughts: NO_THOUGHTS }, DEFAULT_RULES);
  const startOf = (compassId: string) =>
    all
      .filter((one) => one.compassId === compassId)
      .map((one) => one.assessedOn)
      .toSorted()[0] ?? "";
  const now = new Map<string, readonly RaisedBy[]>();
  for (const compassId of new Set(all.map((one) => one.compassId))) {
    for (const { raisedBy } of raiseSignals(series, compassId, DEFAULT_RULES)) now.set(compassId, raisedBy);
  }
  const kept = stored.map((signal): StoredSignal => {
    const raised = now.get(signal.compass_id);
    if (signal.state === "decided") return signal;
    if (raised === undefined) return { ...signal, state: "superseded" };
    return { ...signal, state: signal.state === "superseded" ? "new" : signal.state, raised };
  });
  const known = new Set(stored.map(({ compass_id }) => compass_id));
  const added = [...now]
    .filter(([compassId]) => !known.has(compassId) && startOf(compassId) >= startOf(changedCompassId))
    .map(
      ([compass_id, raised]) => ({ id: compass_id, compass_id, area: AREA, state: "new", raised }) as const,
    );
  return [...kept, ...added];
}

const handIn = fc.record({
  rater: fc.constantFrom(raterKey("barn"), raterKey("barnteam")),
  day: fc.integer({ min: 0, max: 400 }),
  value: fc.constantFrom<Value>(1, 2, 3, 4, 5),
  decidesAfter: fc.boolean(),
});

it("says that all stays only when the whole history, read anew, changes nothing", () => {
  const seen = { stays: 0, changes: 0 };
  fc.assert(
    fc.property(fc.array(handIn, { minLength: 1, maxLength: 12 }), (handIns) => {
      let all: Assessment[] = [];
      let stored: StoredSignal[] = [];
      for (const { rater, day, value, decidesAfter } of handIns) {
        const added = rating(rater, day, value);
        const isTaken = all.some(
          (one) =>
            one.rater === rater && (one.compassId === added.compassId || one.assessedOn === added.assessedOn),
        );
        if (isTaken) continue;
        all = [...all, added];
        const own = all.filter((one) => one.rater === rater);
        const series = compareChild({ assessments: own, thoughts: NO_THOUGHTS }, DEFAULT_RULES);
        const stays = staysAsRaised(series, stored, { rater, assessedOn: added.assessedOn });
        const refreshed = refresh(stored, all, added.compassId);
        if (stays) expect(refreshed).toEqual(stored);
        seen[stays ? "stays" : "changes"] += 1;
        stored = refreshed;
        const [oldest, ...others] = stored;
        if (decidesAfter && oldest?.state === "new") stored = [{ ...oldest, state: "decided" }, ...others];
      }
    }),
    { numRuns: 2000 },
  );
  expect(Math.min(seen.stays, seen.changes)).toBeGreaterThan(500);
});

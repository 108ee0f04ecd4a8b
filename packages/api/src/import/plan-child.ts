import { type Area, parseRater, type RaterKey } from "@kompassen/domain/behovskompass";
import type { Thoughts } from "@kompassen/domain/follow-up";
import {
  compareFractions,
  decimal,
  type FileFault,
  shownValue,
  toDecimalText,
} from "@kompassen/domain/shared";
import type { FileAssessment, FileChild } from "./file-history.ts";
import type { NewCompass, PlannedRows } from "./planned-rows.ts";
import type { StoredAssessment, StoredRounds, StoredThought } from "./stored-children.ts";

/** One child as it is in the database; empty lists for a new one. */
export interface KnownChild extends StoredRounds {
  readonly id: string;
}

/** What one child of the file comes to: rows are added to `rows`, faults to `faults`. */
export interface ChildPlan {
  readonly compasses: { new: number; known: number };
  readonly assessments: { new: number; known: number };
  readonly thoughts: { new: number; known: number };
  thoughtsKept: number;
}

/** Only what is not there yet is added. A round or an assessment that is there must be the same. */
export function planChild(
  file: FileChild,
  known: KnownChild,
  rows: PlannedRows,
  faults: FileFault[],
  newId: () => string,
): ChildPlan {
  const plan: ChildPlan = {
    compasses: { new: 0, known: 0 },
    assessments: { new: 0, known: 0 },
    thoughts: { new: 0, known: 0 },
    thoughtsKept: 0,
  };
  const compassIds = planCompasses(file, known, rows.compasses, plan, newId);
  const guardians = guardiansOf(known, rows.guardians, newId);
  const days = new Map<string, FileAssessment>();
  const stored = Map.groupBy(known.assessments, ({ compassId, rater }) => `${compassId} ${rater}`);
  for (const assessment of file.assessments) {
    const { compassKey, rater, assessedOn, firstRow } = assessment;
    const compassId = compassIds.get(compassKey);
    if (compassId === undefined) throw new Error(`no round for ${compassKey}`);
    const day = `${assessedOn} ${rater}`;
    const sameDay = days.get(day);
    if (sameDay !== undefined) {
      const expected = {
        code: "one_assessment_a_day",
        row: sameDay.firstRow,
        compassId: sameDay.compassKey,
      } as const;
      faults.push({ row: firstRow, column: "assessed_on", value: assessedOn, expected });
    }
    days.set(day, assessment);
    const before = stored.get(`${compassId} ${rater}`);
    if (before === undefined) {
      if (
        known.assessments.some((one) => one.isCurrent && one.rater === rater && one.assessedOn === assessedOn)
      ) {
        const expected = { code: "no_stored_assessment_that_day" } as const;
        faults.push({ row: firstRow, column: "assessed_on", value: assessedOn, expected });
      }
      const guardianId = guardians(rater);
      rows.assessments.push({ id: newId(), childId: known.id, compassId, guardianId, file: assessment });
      plan.assessments.new += 1;
    } else if (before.some((one) => isSame(one, assessment))) {
      plan.assessments.known += 1;
    } else {
      const expected = { code: "stored_assessment" } as const;
      faults.push({
        row: firstRow,
        column: "compass_id",
        value: shownValue(`${compassKey} ${rater}`),
        expected,
      });
    }
  }
  planThoughts(file, known, compassIds, rows, faults, plan);
  return plan;
}

function planCompasses(
  { assessments }: FileChild,
  known: KnownChild,
  added: NewCompass[],
  plan: ChildPlan,
  newId: () => string,
): Map<string, string> {
  const ids = new Map(
    known.compasses.flatMap(({ sourceKey, id }) => (sourceKey === null ? [] : [[sourceKey, id]])),
  );
  const rounds = new Map<string, Pick<NewCompass, "openedOn" | "handedIn">>();
  for (const assessment of assessments) {
    const { compassKey, assessedOn } = assessment;
    const { openedOn, handedIn } = rounds.get(compassKey) ?? { openedOn: assessedOn, handedIn: assessment };
    rounds.set(compassKey, {
      openedOn: assessedOn < openedOn ? assessedOn : openedOn,
      handedIn: isHandedInBefore(assessment, handedIn) ? assessment : handedIn,
    });
  }
  let hasFirst = known.compasses.length > 0;
  for (const [sourceKey, round] of [...rounds].toSorted(([, a], [, b]) =>
    a.openedOn < b.openedOn ? -1 : 1,
  )) {
    if (ids.has(sourceKey)) {
      plan.compasses.known += 1;
      continue;
    }
    const id = newId();
    ids.set(sourceKey, id);
    added.push({ id, childId: known.id, kind: hasFirst ? "follow_up" : "first", sourceKey, ...round });
    hasFirst = true;
    plan.compasses.new += 1;
  }
  return ids;
}

function isHandedInBefore(one: NewCompass["handedIn"], other: NewCompass["handedIn"]): boolean {
  if (one.registeredOn !== other.registeredOn) return one.registeredOn < other.registeredOn;
  return one.assessedOn < other.assessedOn;
}

/**
 * `vardnadshavare:2` is the child's guardian number 2. One who is not there yet is added without a name, so that
 * consents and the next form have somebody to belong to.
 */
function guardiansOf(
  { id: childId, guardians }: KnownChild,
  added: PlannedRows["guardians"],
  newId: () => string,
): (rater: RaterKey) => string | null {
  const ids = new Map(guardians.map(({ ordinal, id }) => [ordinal, id]));
  return (rater) => {
    const { kind, suffix } = parseRater(rater);
    if (kind !== "vardnadshavare" || suffix === null || !ORDINAL.test(suffix)) return null;
    const ordinal = Number(suffix);
    const found = ids.get(ordinal);
    if (found !== undefined) return found;
    const id = newId();
    ids.set(ordinal, id);
    added.push({ id, childId, ordinal });
    return id;
  };
}

const ORDINAL = /^[1-9]\d?$/;

function planThoughts(
  file: FileChild,
  known: KnownChild,
  compassIds: ReadonlyMap<string, string>,
  rows: PlannedRows,
  faults: FileFault[],
  plan: ChildPlan,
): void {
  for (const [compassKey, areas] of file.thoughts) {
    const compassId = compassIds.get(compassKey);
    if (compassId === undefined) continue;
    for (const [area, said] of areas) {
      if (said.target !== null && (100 * said.target.numerator) % said.target.denominator !== 0) {
        faults.push(tooManyDecimals(file, compassKey, said.target));
      }
      const before = known.thoughts.find((one) => one.compassId === compassId && one.area === area);
      if (before === undefined) {
        rows.thoughts.push({ childId: known.id, compassId, area: area satisfies Area, said });
        plan.thoughts.new += 1;
      } else if (isSameThought(before, said)) plan.thoughts.known += 1;
      else plan.thoughtsKept += 1;
    }
  }
}

function isSame(stored: StoredAssessment, file: FileAssessment): boolean {
  return (
    stored.answers === file.packed.answers &&
    stored.versionNumber === file.versionNumber &&
    stored.assessedOn === file.assessedOn &&
    stored.registeredOn === file.registeredOn &&
    stored.ageForm === file.ageForm
  );
}

function isSameThought({ concern, target }: StoredThought, said: Thoughts): boolean {
  if (concern !== said.concern) return false;
  if (target === null || said.target === null) return target === null && said.target === null;
  return compareFractions(decimal(target), said.target) === 0;
}

const SHOWN_DECIMALS = 6;

function tooManyDecimals(
  { assessments }: FileChild,
  compassKey: string,
  target: NonNullable<Thoughts["target"]>,
): FileFault {
  const ofCompass = assessments.filter((one) => one.compassKey === compassKey);
  const row = ofCompass.reduce((first, { firstRow }) => Math.min(first, firstRow), Number.POSITIVE_INFINITY);
  return {
    row,
    column: "target",
    value: toDecimalText(target, SHOWN_DECIMALS).replace(/0+$/, ""),
    expected: { code: "at_most_decimals", count: 2 },
  };
}

import { type AnswerLayout, type Area, unpackAnswers } from "@kompassen/domain/behovskompass";
import type { Assessment, ChildHistory, Thoughts } from "@kompassen/domain/follow-up";
import { decimal } from "@kompassen/domain/shared";
import type { PlannedRows } from "./planned-rows.ts";
import type { StoredAssessment, StoredRounds } from "./stored-children.ts";

type Packed = Omit<StoredAssessment, "childId" | "isCurrent">;

/** The whole history, stored and new, of every child to whom the import adds something that is compared. */
export function* changedChildren(
  rows: PlannedRows,
  stored: StoredRounds,
  layouts: ReadonlyMap<number, AnswerLayout>,
): Generator<{ readonly childId: string; readonly history: ChildHistory }> {
  const added = Map.groupBy(rows.assessments, ({ childId }) => childId);
  const addedThoughts = Map.groupBy(rows.thoughts, ({ childId }) => childId);
  const current = Map.groupBy(
    stored.assessments.filter(({ isCurrent }) => isCurrent),
    ({ childId }) => childId,
  );
  const thoughts = Map.groupBy(stored.thoughts, ({ childId }) => childId);
  for (const childId of new Set([...added.keys(), ...addedThoughts.keys()])) {
    const packed: Packed[] = [
      ...(current.get(childId) ?? []),
      ...(added.get(childId) ?? []).map(({ compassId, file }) => ({
        compassId,
        ...file,
        answers: file.packed.answers,
      })),
    ];
    const said = new Map<string, Map<Area, Thoughts>>();
    for (const { compassId, area, concern, target } of thoughts.get(childId) ?? []) {
      note(said, compassId, area, { concern, target: target === null ? null : decimal(target) });
    }
    for (const { compassId, area, said: thought } of addedThoughts.get(childId) ?? []) {
      note(said, compassId, area, thought);
    }
    yield {
      childId,
      history: { assessments: packed.map((one) => toAssessment(one, layouts)), thoughts: said },
    };
  }
}

function note(
  said: Map<string, Map<Area, Thoughts>>,
  compassId: string,
  area: Area,
  thought: Thoughts,
): void {
  const areas = said.get(compassId) ?? new Map<Area, Thoughts>();
  said.set(compassId, areas.set(area, thought));
}

function toAssessment(packed: Packed, layouts: ReadonlyMap<number, AnswerLayout>): Assessment {
  const layout = layouts.get(packed.versionNumber);
  if (layout === undefined) throw new Error(`instrument version ${packed.versionNumber} has no statements`);
  const { compassId, rater, assessedOn, registeredOn, ageForm, answers } = packed;
  return {
    compassId,
    rater,
    assessedOn,
    registeredOn,
    instrument: layout.instrument,
    instrumentVersion: layout.version,
    ageForm,
    ratings: unpackAnswers(layout, answers),
  };
}

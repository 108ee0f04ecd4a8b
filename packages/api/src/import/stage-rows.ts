import { parseRater, type RaterKey } from "@kompassen/domain/behovskompass";
import { toDecimalText } from "@kompassen/domain/shared";
import { copyChunks, copyRows, toChunks } from "./copy-rows.ts";
import type { ImportContext } from "./import-request.ts";
import type { PlaceNew } from "./place-new.ts";
import type { NewAssessment, PlannedRows } from "./planned-rows.ts";

/**
 * Sends children, their guardians and their rounds to the server, into one staging table for each kind.
 * @param caseNumbers of the new children, by their id
 */
export async function stageFamilies(
  { tx }: ImportContext,
  { children, guardians, compasses }: PlannedRows,
  caseNumbers: ReadonlyMap<string, string>,
  newId: () => string,
  placeNew: PlaceNew,
): Promise<void> {
  await copyRows(tx, STAGED_CHILD, children, (child) => [
    child.id,
    caseNumbers.get(child.id) ?? null,
    child.sourceKey,
    child.givenName,
    child.familyName,
    child.birthDate,
    child.protectedIdentity,
    child.unitId,
    child.placedFrom,
    newId(),
    newId(),
    child.responsible.personId,
    child.responsible.kind,
  ]);
  await copyRows(tx, STAGED_GUARDIAN, guardians, ({ id, childId, ordinal }) => [id, childId, ordinal]);
  await copyRows(tx, STAGED_COMPASS, compasses, ({ id, childId, kind, openedOn, sourceKey, handedIn }) => {
    const { assessedOn, registeredOn } = handedIn;
    const place = placeNew(childId, assessedOn);
    return [
      id,
      childId,
      kind,
      openedOn,
      sourceKey,
      assessedOn,
      registeredOn,
      place?.unitId ?? null,
      place?.ageGroup ?? null,
    ];
  });
}

/** Assessments as the text that is sent to the server; the server's own work is looked to in between. */
export async function assessmentText({ assessments }: PlannedRows): Promise<Buffer[]> {
  const kinds = new Map<RaterKey, string>();
  const chunks: Buffer[] = [];
  await new Promise(setImmediate);
  for (const chunk of toChunks(assessments, (assessment) => assessmentCells(assessment, kinds))) {
    chunks.push(chunk);
    await new Promise(setImmediate);
  }
  return chunks;
}

function assessmentCells(
  { id, childId, compassId, guardianId, file }: NewAssessment,
  kinds: Map<RaterKey, string>,
) {
  return [
    childId,
    id,
    compassId,
    kindOf(file.rater, kinds),
    file.rater,
    guardianId,
    file.versionNumber,
    file.ageForm,
    file.assessedOn,
    file.registeredOn,
    `{${file.packed.sums.join(",")}}`,
    `{${file.packed.counts.join(",")}}`,
    file.packed.answers,
  ];
}

/** Sends what was answered and said in the rounds. */
export async function stageAnswers(
  { tx }: ImportContext,
  { thoughts }: PlannedRows,
  assessments: readonly Buffer[],
): Promise<void> {
  await copyChunks(tx, STAGED_ASSESSMENT, assessments);
  await copyRows(tx, STAGED_THOUGHT, thoughts, ({ childId, compassId, area, said }) => [
    childId,
    compassId,
    area,
    said.concern === null ? null : String(said.concern),
    said.target === null ? null : toDecimalText(said.target, 2),
  ]);
}

const STAGED_CHILD = {
  name: "imported_child",
  columns: `id uuid, case_number text, source_key text, given_name text, family_name text, birth_date date,
            protected_identity text, unit_id uuid, placed_from date, placement_id uuid, relation_id uuid,
            person_id uuid, kind text`,
};

const STAGED_GUARDIAN = { name: "imported_guardian", columns: "id uuid, child_id uuid, ordinal integer" };

const STAGED_COMPASS = {
  name: "imported_compass",
  columns: `id uuid, child_id uuid, kind text, opened_on date, source_key text, assessed_on date, registered_on date,
            unit_id uuid, age_group text`,
};

const STAGED_ASSESSMENT = {
  name: "imported_assessment",
  columns: `child_id uuid, id uuid, compass_id uuid, rater_kind text, rater text, guardian_id uuid,
            version_number smallint, age_form text, assessed_on date, registered_on date, area_sums smallint[],
            area_counts smallint[], answers text`,
};

const STAGED_THOUGHT = {
  name: "imported_thought",
  columns: "child_id uuid, compass_id uuid, area text, concern boolean, target numeric",
};

function kindOf(rater: RaterKey, known: Map<RaterKey, string>): string {
  const kind = known.get(rater) ?? parseRater(rater).kind;
  known.set(rater, kind);
  return kind;
}

import { readOptional, readText } from "#lib/server/read-text.ts";

export type FilledGuardian = {
  readonly guardianId: string;
  readonly name: string;
  readonly relation: string;
};

/** What a person has written in the registration, as it was written. */
export type FilledRegistration = {
  readonly childId: string;
  readonly relationId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: string;
  readonly unitId: string;
  readonly protectedIdentity: string;
  readonly guardians: readonly FilledGuardian[];
  readonly responsibleAs: string;
  readonly nextFollowUpOn: string;
  /** The pupil of the school register that was chosen; empty when none was. */
  readonly pupilSourceId: string;
};

const MOST_GUARDIANS = 6;

export function readRegistration(form: FormData): FilledRegistration {
  const rows = Array.from({ length: MOST_GUARDIANS }, (_, index) => readGuardian(form, index));
  return {
    childId: readText(form, "childId"),
    relationId: readText(form, "relationId"),
    givenName: readText(form, "givenName"),
    familyName: readText(form, "familyName"),
    birthDate: readText(form, "birthDate"),
    unitId: readText(form, "unitId"),
    protectedIdentity: readText(form, "protectedIdentity"),
    guardians: rows.filter((row) => row !== null),
    responsibleAs: readText(form, "responsibleAs"),
    nextFollowUpOn: readText(form, "nextFollowUpOn"),
    pupilSourceId: readText(form, "pupilSourceId"),
  };
}

/** One row more, unless there are as many as can be. */
export function addGuardianRow(filled: FilledRegistration, guardianId: string): FilledRegistration {
  if (filled.guardians.length >= MOST_GUARDIANS) return filled;
  return { ...filled, guardians: [...filled.guardians, { guardianId, name: "", relation: "" }] };
}

export function removeGuardianRow(filled: FilledRegistration, guardianId: string): FilledRegistration {
  return { ...filled, guardians: filled.guardians.filter((row) => row.guardianId !== guardianId) };
}

function readGuardian(form: FormData, index: number): FilledGuardian | null {
  const guardianId = readOptional(form, `guardians.${index}.guardianId`);
  if (guardianId === null) return null;
  return {
    guardianId,
    name: readText(form, `guardians.${index}.name`),
    relation: readText(form, `guardians.${index}.relation`),
  };
}

import type { Area } from "@kompassen/domain/behovskompass";
import type { Thoughts } from "@kompassen/domain/follow-up";
import type { ProtectedIdentity } from "@kompassen/domain/people";
import type { LocalDate } from "@kompassen/domain/shared";
import type { Responsible } from "./directory.ts";
import type { FileAssessment } from "./file-history.ts";

/** The rows an import adds, each list for one table. */
export interface PlannedRows {
  readonly children: NewChild[];
  readonly guardians: NewGuardian[];
  readonly compasses: NewCompass[];
  readonly assessments: NewAssessment[];
  readonly thoughts: NewThought[];
}

export interface NewChild {
  readonly id: string;
  readonly sourceKey: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: LocalDate | null;
  readonly protectedIdentity: ProtectedIdentity;
  readonly unitId: string;
  readonly responsible: Responsible;
  /** First day the file knows the child at its unit. */
  readonly placedFrom: LocalDate;
}

interface NewGuardian {
  readonly id: string;
  readonly childId: string;
  readonly ordinal: number;
}

export interface NewCompass {
  readonly id: string;
  readonly childId: string;
  readonly kind: "first" | "follow_up";
  readonly openedOn: LocalDate;
  readonly sourceKey: string;
  /** The assessment that was registered first. */
  readonly handedIn: Pick<FileAssessment, "assessedOn" | "registeredOn">;
}

export interface NewAssessment {
  readonly id: string;
  readonly childId: string;
  readonly compassId: string;
  readonly guardianId: string | null;
  readonly file: FileAssessment;
}

interface NewThought {
  readonly childId: string;
  readonly compassId: string;
  readonly area: Area;
  readonly said: Thoughts;
}

export function noRows(): PlannedRows {
  return { children: [], guardians: [], compasses: [], assessments: [], thoughts: [] };
}

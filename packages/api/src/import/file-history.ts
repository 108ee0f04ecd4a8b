import type { AgeForm, Area, PackedAnswers, RaterKey } from "@kompassen/domain/behovskompass";
import type { Thoughts } from "@kompassen/domain/follow-up";
import type { LocalDate } from "@kompassen/domain/shared";

/** One rater's assessment of a file, packed as it is stored. */
export interface FileAssessment {
  /** The file's own id of the round. */
  readonly compassKey: string;
  readonly rater: RaterKey;
  readonly assessedOn: LocalDate;
  readonly registeredOn: LocalDate;
  /** Number of the instrument version in the kommun. */
  readonly versionNumber: number;
  readonly ageForm: AgeForm | null;
  readonly packed: PackedAnswers;
  readonly firstRow: number;
}

/** One child of a file under the file's own id, with what was said after each round. */
export interface FileChild {
  readonly key: string;
  readonly assessments: readonly FileAssessment[];
  readonly thoughts: ReadonlyMap<string, ReadonlyMap<Area, Thoughts>>;
}

export interface FileHistory {
  readonly rows: number;
  readonly children: readonly FileChild[];
}

export const EMPTY_HISTORY: FileHistory = { rows: 0, children: [] };

export function firstRowOf({ assessments }: FileChild): number {
  return assessments.reduce((first, { firstRow }) => Math.min(first, firstRow), Number.POSITIVE_INFINITY);
}

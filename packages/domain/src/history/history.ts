import type { Assessment, ThoughtsByCompass } from "../follow-up/index.ts";

/** One assessment of a file, and the row where it begins. */
export type HistoryAssessment = Assessment & { readonly firstRow: number };

/** One child of a history file, under the file's own id. */
export type HistoryChild = {
  readonly childId: string;
  readonly assessments: readonly HistoryAssessment[];
  readonly thoughts: ThoughtsByCompass;
};

/** A whole file: children sorted by id, and the number of data rows read. */
export type History = { readonly children: readonly HistoryChild[]; readonly rows: number };

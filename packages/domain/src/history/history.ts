import type { ChildHistory } from "../follow-up/index.ts";

/** One child of a history file, under the file's own id. */
export type HistoryChild = ChildHistory & { readonly childId: string };

/** A whole file: children sorted by id, and the number of data rows read. */
export type History = { readonly children: readonly HistoryChild[]; readonly rows: number };

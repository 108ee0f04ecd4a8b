/**
 * What is wrong with a log:
 * - `changed`: a row does not hash to what it says;
 * - `unlinked`: a row does not follow the one before it;
 * - `first_changed`: a row does not hash to what it said when it was written in the first form;
 * - `gap`: rows are missing between two, or before the first;
 * - `cut`: rows are missing at the end, by the head that is stored with the log;
 * - `head`: the stored head is not the last row's;
 * - `no_head`, `no_rows`: rows without a head, a head without rows;
 * - `published`: the row that was published is another now;
 * - `published_cut`: the chain is shorter than it was when it was published;
 * - `published_gone`: the whole chain is gone;
 * - `backdated`: a row that was not published says that it was written well before that;
 * - `alias`: a kept salt leads from somebody to an alias that is another's.
 */
export const LOG_FAULTS = [
  "changed",
  "unlinked",
  "first_changed",
  "gap",
  "cut",
  "head",
  "no_head",
  "no_rows",
  "published",
  "published_cut",
  "published_gone",
  "backdated",
  "alias",
] as const;
export type LogFaultKind = (typeof LOG_FAULTS)[number];

export interface LogFault {
  readonly kind: LogFaultKind;
  readonly kommunCode: string;
  readonly chain: string;
  /** The row where it shows. */
  readonly sequence: number;
}

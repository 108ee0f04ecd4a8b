import { EXPECTED_ACCESS } from "./expected-access.ts";
import type { Asked } from "./inputs.ts";
import { type Cell, isSignedIn, seatOf } from "./relations.ts";
import type { Rule } from "./rule.ts";

/** What came of one call. */
export interface Outcome {
  /** Code of the refusal and what is in the way; null when there was an answer. */
  readonly refusal: string | null;
  /** The answer as it would be sent. */
  readonly answer: string;
  /** Tables in which a row was changed. */
  readonly changes: ReadonlySet<string>;
  readonly type: "query" | "mutation";
}

/** Both locks, or the database alone with the api's switched off. */
export type Locks = "both" | "database_alone";

/** @returns what is wrong with the outcome, null when it is as expected */
export function judge(asked: Asked, input: unknown, outcome: Outcome, locks: Locks): string | null {
  const rule = EXPECTED_ACCESS[asked.cell.procedure];
  if (rule === undefined) return "no row in the table";
  const wrong = mayCall(rule, asked)
    ? judgeAllowed(rule, asked, outcome)
    : judgeDenied(rule, asked, outcome, locks);
  return wrong ?? judgeTold(rule, asked, input, outcome, locks);
}

export function mayCall({ roles, seats, isOfFamily }: Rule, { cell }: Asked): boolean {
  if (isOfFamily) return cell.relation === "guardian_account";
  const seat = seatOf(cell);
  const hasRole = roles === undefined || (cell.role !== null && roles.includes(cell.role));
  const hasSeat = seats === undefined || (seat !== null && seats.includes(seat));
  return isSignedIn(cell) && hasRole && hasSeat;
}

function judgeAllowed(rule: Rule, { cell }: Asked, { refusal, changes, type }: Outcome): string | null {
  const expected = refusalExpected(rule, cell);
  if (refusal !== expected) return `${refusal ?? "answered"} instead of ${expected ?? "an answer"}`;
  if (refusal !== null) return null;
  if (rule.changesNothing || isElsewhere(rule, cell))
    return changes.size > 0 ? `changed ${[...changes]}` : null;
  const mustChange = type === "mutation" && !mayChangeNothing(rule, cell);
  return mustChange && changes.size === 0 ? `changed nothing as ${cell.relation}` : null;
}

/** Whoever may call is answered, but for what the table names. */
function refusalExpected(rule: Rule, cell: Cell): string | null {
  if (isElsewhere(rule, cell)) return rule.elsewhere ?? null;
  if (rule.alwaysRefused !== undefined) return rule.alwaysRefused;
  if (cell.isClosed && rule.refusedWhenClosed !== undefined) return rule.refusedWhenClosed;
  return cell.consent === "given" ? null : (rule.refusedWithoutConsent ?? null);
}

const isElsewhere = ({ elsewhere }: Rule, { relation }: Cell) =>
  relation === "other_kommun" && elsewhere !== undefined;

function mayChangeNothing({ mayChangeNothing: may = [] }: Rule, { consent }: Cell): boolean {
  return may === true || may.includes(consent);
}

function judgeDenied(rule: Rule, { cell }: Asked, outcome: Outcome, locks: Locks): string | null {
  const { refusal, changes } = outcome;
  if (changes.size > 0) return `changed ${[...changes]}`;
  if (locks === "database_alone") return null;
  const isAtTheChild = seatOf(cell) !== null && seatOf(cell) !== "nodoppning";
  const otherwise = isAtTheChild ? rule.refusesOtherSeats : undefined;
  const isInside = isSignedIn(cell) && !rule.isOfFamily;
  const expected = isInside ? (otherwise ?? "not_found") : "not_signed_in";
  return refusal === expected
    ? null
    : `${refusal ?? "answered"} instead of ${expected} (${rule.purpose ?? ""})`;
}

/** Nothing of the child stands in an answer to whom it is not for, beside what the caller sent. */
function judgeTold(rule: Rule, asked: Asked, input: unknown, outcome: Outcome, locks: Locks): string | null {
  const { cell, child } = asked;
  if (outcome.refusal !== null) return null;
  const known = cell.relation.startsWith("samtalsledare") ? [input, child.ownDraftId] : input;
  const answer = withoutInput(outcome.answer, known).toLowerCase();
  const isShown = answer.includes(child.prefix);
  const mayRead = mayCall(rule, asked);
  if (
    cell.protection !== "ingen" &&
    !rule.isOfFamily &&
    !cell.procedure.startsWith("people.getProtectedName")
  )
    if (answer.includes(child.name.toLowerCase())) return "names a protected child";
  if (rule.opensToStrangers) return judgeOpened(asked, outcome, mayRead);
  const seat = seatOf(cell);
  if (!mayRead) {
    const isOpen = locks === "database_alone" && seat !== null && rule.databaseTells?.includes(seat);
    const tells = isOpen ? answer.includes(child.marker.toLowerCase()) : isShown;
    return tells ? "tells of the child" : null;
  }
  if (rule.seats !== undefined || rule.isOfFamily) return null;
  const stands = !(cell.isClosed && rule.isOfFollowed);
  if (seat !== null && stands && rule.shows?.includes(seat))
    return isShown ? null : "does not show the child";
  const mayStand = cell.role !== null && rule.mayShowTo?.includes(cell.role);
  return isShown && !mayStand ? `tells of the child (${locks})` : null;
}

function judgeOpened({ cell, child }: Asked, { answer }: Outcome, mayOpen: boolean): string | null {
  const seat = seatOf(cell);
  const isStranger = seat === null || seat === "nodoppning";
  const isOpenable = cell.protection === "ingen" && !cell.isClosed;
  const shouldOpen = mayOpen && isStranger && isOpenable && cell.relation !== "other_kommun";
  const isOpened = answer.includes(child.id);
  return isOpened === shouldOpen ? null : isOpened ? "opened the child" : "did not open the child";
}

function withoutInput(answer: string, input: unknown): string {
  return stringsIn(input).reduce((text, sent) => text.replaceAll(sent, ""), answer);
}

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return value.length < 8 ? [] : [value];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

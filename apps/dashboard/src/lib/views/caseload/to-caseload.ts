import type { CaseloadChild } from "@kompassen/api/people";
import type { WorkReason, WorkSection } from "@kompassen/domain/caseload";
import { ageInYears } from "@kompassen/domain/people";
import { dateText, type Language, type LocalDate } from "@kompassen/domain/shared";
import { type Glyph, toGlyph } from "#lib/behovskompass/to-glyph.ts";
import type { Messages } from "#lib/messages/sv/index.ts";
import type { IconName } from "#lib/shared/icons.ts";
import { toReasonText } from "./to-reason-text.ts";

export type CaseloadRow = {
  readonly id: string;
  /** The case number alone with protected identity. */
  readonly name: string | null;
  readonly caseNumber: string;
  /** Age, unit and what the caller is to the child, as far as they may be shown. */
  readonly facts: readonly string[];
  readonly isProtected: boolean;
  /** The most urgent first; at most three, and how many more there are. */
  readonly reasons: readonly { readonly text: string; readonly icon: IconName; readonly tone: string }[];
  readonly furtherReasons: number;
  readonly glyph: Glyph | null;
  readonly noGlyph: string;
  readonly next: { readonly date: LocalDate; readonly text: string } | null;
  readonly action: { readonly href: string; readonly text: string; readonly isMain: boolean };
};

/** Children with protected identity have a section of their own, where the case number names each. */
export type CaseloadSection = {
  readonly key: WorkSection | "protected_identity";
  readonly rows: readonly CaseloadRow[];
};

type Caseload = { readonly today: LocalDate; readonly children: readonly CaseloadChild[] };

type Seen = { readonly today: LocalDate; readonly followsInTwoWays: boolean };

const SECTIONS: readonly WorkSection[] = ["needs_assessment", "follow_up", "nothing_now"];
const SHOWN_REASONS = 3;

/** The caseload as a work list in three parts, each in the order of what there is to do. */
export function toCaseload(
  { children, today }: Caseload,
  messages: Messages,
  language: Language,
): CaseloadSection[] {
  const followsInTwoWays = new Set(children.map(({ followAs }) => followAs)).size > 1;
  const rowsOf = (shown: readonly CaseloadChild[]) =>
    shown.map((child) => toRow(child, { today, followsInTwoWays }, messages, language));
  const [hidden, named] = [true, false].map((isProtected) =>
    children.filter((child) => child.isProtected === isProtected),
  );
  return [
    { key: "protected_identity", rows: rowsOf(hidden ?? []) },
    ...SECTIONS.map((key) => ({
      key,
      rows: rowsOf((named ?? []).filter(({ work }) => work.section === key)),
    })),
  ];
}

function toRow(child: CaseloadChild, seen: Seen, messages: Messages, language: Language): CaseloadRow {
  const { reasons } = child.work;
  const circumstances = { today: seen.today, nextFollowUpOn: child.nextFollowUpOn, language };
  const drawing = { language, guardians: [], words: messages.behovskompass };
  return {
    id: child.id,
    name: child.givenName,
    caseNumber: child.caseNumber,
    facts: factsOf(child, seen, messages.people),
    isProtected: child.isProtected,
    reasons: reasons.slice(0, SHOWN_REASONS).map((reason) => ({
      text: toReasonText(reason, circumstances, messages.people.reasons),
      ...LOOKS[reason.kind],
    })),
    furtherReasons: Math.max(reasons.length - SHOWN_REASONS, 0),
    glyph: child.glyph === null ? null : toGlyph(child.glyph, drawing),
    noGlyph: child.isProtected
      ? messages.people.caseload.glyphProtected
      : child.openDraftId === null
        ? messages.people.caseload.noCompass
        : messages.people.caseload.glyphWithheld,
    next:
      child.nextFollowUpOn === null
        ? null
        : { date: child.nextFollowUpOn, text: dateText(child.nextFollowUpOn, language) },
    action: toAction(child, messages.people.caseload.actions),
  };
}

/** A state's own mark and colour; what only waits for somebody is plain. */
const LOOKS: Record<WorkReason["kind"], { icon: IconName; tone: string }> = {
  prolonged_stagnation: { icon: "pause", tone: "text-unchanged" },
  stagnation: { icon: "pause", tone: "text-unchanged" },
  decline: { icon: "arrow-down", tone: "text-decline" },
  concern_remains: { icon: "arrow-up", tone: "text-improvement" },
  late: { icon: "clock", tone: "text-unchanged" },
  concern_to_answer: { icon: "speech", tone: "text-muted" },
  divergence: { icon: "person", tone: "text-muted" },
  draft_open: { icon: "pen", tone: "text-muted" },
  overdue: { icon: "clock", tone: "text-unchanged" },
  missing_date: { icon: "calendar", tone: "text-unchanged" },
  soon: { icon: "calendar", tone: "text-muted" },
};

function factsOf(
  { birthDate, unitName, followAs }: CaseloadChild,
  { today, followsInTwoWays }: Seen,
  words: Messages["people"],
): string[] {
  const years = birthDate === null ? null : ageInYears(birthDate, today);
  return [
    ...(years === null ? [] : [words.age(years)]),
    ...(unitName === null ? [] : [unitName]),
    ...(followsInTwoWays ? [words.caseload.followAs[followAs]] : []),
  ];
}

type Actions = Messages["people"]["caseload"]["actions"];

const ACTIONS: Record<WorkReason["kind"], keyof Actions> = {
  prolonged_stagnation: "read",
  decline: "read",
  late: "read",
  stagnation: "read",
  concern_remains: "read",
  concern_to_answer: "read",
  divergence: "read",
  draft_open: "continue",
  overdue: "followUp",
  soon: "followUp",
  missing_date: "setDate",
};

/** What to do next. A form that is open goes first: until it is handed in nothing else can be read. */
function toAction({ id, work, openDraftId }: CaseloadChild, words: Actions): CaseloadRow["action"] {
  const [first] = work.reasons;
  const kind = openDraftId !== null ? "continue" : first === undefined ? "open" : ACTIONS[first.kind];
  const paths: Record<keyof Actions, string> = {
    continue: `uppfoljning/${openDraftId}`,
    read: "behovskompass",
    followUp: "uppfoljning",
    setDate: "uppgifter#datum",
    open: "behovskompass",
  };
  return {
    href: `/barn/${id}/${paths[kind]}`,
    text: words[kind],
    isMain: work.section === "needs_assessment",
  };
}

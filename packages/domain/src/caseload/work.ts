import { AREAS, type Area, areaScore } from "../behovskompass/index.ts";
import {
  type Divergence,
  deriveConcern,
  type FollowUpStatus,
  findDivergences,
  type RaisedBy,
  type RatedSeries,
  type RuleSet,
  type SeriesEntry,
  type Signal,
} from "../follow-up/index.ts";
import { compareText, type LocalDate } from "../shared/index.ts";

/** An area that is raised and not yet decided. */
export type OpenSignal = {
  readonly area: Area;
  readonly raised: readonly RaisedBy[];
  readonly state: "new" | "seen" | "on_agenda";
  /** A meeting that should have taken it up has passed. */
  readonly isLate: boolean;
};

/** What is known of one child in a caseload: enough to say what to do next, not the whole history. */
export type CaseloadFacts = {
  readonly followUp: FollowUpStatus | null;
  readonly openSignals: readonly OpenSignal[];
  /** Series of at least the two latest assessments of each rater. */
  readonly series: readonly RatedSeries[];
  readonly hasOpenDraft: boolean;
};

/** Why a child is in the work list; each is one sentence on the page. */
export type WorkReason =
  | { readonly kind: Signal; readonly areas: readonly Area[] }
  | { readonly kind: "late"; readonly areas: readonly Area[] }
  | { readonly kind: "concern_to_answer"; readonly areas: readonly Area[] }
  | { readonly kind: "divergence"; readonly areas: readonly Area[]; readonly isChildLowest: boolean }
  | { readonly kind: "overdue" | "missing_date" | "soon" | "draft_open"; readonly areas: readonly [] };

export type WorkSection = "needs_assessment" | "follow_up" | "nothing_now";

export type Work = { readonly section: WorkSection; readonly reasons: readonly WorkReason[] };

/** What needs action first. Children are never ranked by a score, only by what there is to do. */
const URGENCY: readonly WorkReason["kind"][] = [
  "prolonged_stagnation",
  "decline",
  "late",
  "stagnation",
  "concern_remains",
  "overdue",
  "missing_date",
  "concern_to_answer",
  "divergence",
  "draft_open",
  "soon",
];

const FOLLOW_UP_REASONS: readonly WorkReason["kind"][] = ["overdue", "missing_date", "draft_open", "soon"];

/** What there is to do about one child today, the most urgent first. */
export function deriveWork(facts: CaseloadFacts, today: LocalDate, rules: RuleSet): Work {
  const reasons = [
    ...signalReasons(facts.openSignals),
    ...concernsToAnswer(facts, rules),
    ...divergenceReasons(findDivergences(facts.series, today, rules)),
    ...followUpReasons(facts),
  ].toSorted((a, b) => urgencyOf(a) - urgencyOf(b));
  return { section: sectionOf(reasons), reasons };
}

/** Sorts a caseload: what is most urgent first, then by the caller's own order (the name). */
export function compareWork(a: Work, b: Work): number {
  return firstUrgency(a) - firstUrgency(b);
}

function urgencyOf(reason: WorkReason): number {
  return URGENCY.indexOf(reason.kind);
}

function firstUrgency({ reasons }: Work): number {
  const [first] = reasons;
  return first === undefined ? URGENCY.length : urgencyOf(first);
}

function sectionOf(reasons: readonly WorkReason[]): WorkSection {
  if (reasons.length === 0) return "nothing_now";
  return reasons.every(({ kind }) => FOLLOW_UP_REASONS.includes(kind)) ? "follow_up" : "needs_assessment";
}

const BY_STRENGTH: readonly Signal[] = ["prolonged_stagnation", "decline", "stagnation", "concern_remains"];

/** The strongest signal of each area; those that wait for their meeting are already taken care of unless late. */
function signalReasons(signals: readonly OpenSignal[]): WorkReason[] {
  const late = inOrder(signals.filter(({ isLate }) => isLate).map(({ area }) => area));
  const waiting = signals.filter(({ state, isLate }) => state !== "on_agenda" && !isLate);
  return [
    ...(late.length > 0 ? [{ kind: "late" as const, areas: late }] : []),
    ...BY_STRENGTH.flatMap((kind) => {
      const own = waiting.filter((signal) => strongestOf(signal) === kind);
      return own.length > 0 ? [{ kind, areas: inOrder(own.map(({ area }) => area)) }] : [];
    }),
  ];
}

function strongestOf({ raised }: OpenSignal): Signal | undefined {
  return BY_STRENGTH.find((kind) => raised.some(({ signals }) => signals.includes(kind)));
}

/** Areas of the latest compass where thoughts are only presumed to remain: a person's answer is asked for. */
function concernsToAnswer({ series, openSignals }: CaseloadFacts, rules: RuleSet): WorkReason[] {
  const raised = new Set(openSignals.map(({ area }) => area));
  const areas = series
    .flatMap(({ entries }) => entries)
    .toSorted((a, b) => compareText(a.assessedOn, b.assessedOn))
    .slice(-1)
    .flatMap((latest) => areasToAnswer(series, latest.compassId, rules))
    .filter((area) => !raised.has(area));
  return areas.length > 0 ? [{ kind: "concern_to_answer", areas: inOrder(areas) }] : [];
}

function areasToAnswer(series: readonly RatedSeries[], compassId: string, rules: RuleSet): Area[] {
  return series
    .filter(({ entries }) => entries.length > 1)
    .filter(({ entries }) =>
      entries.some((entry) => entry.compassId === compassId && isPresumed(entry, rules)),
    )
    .map(({ area }) => area);
}

function isPresumed({ rating, thoughts }: SeriesEntry, rules: RuleSet): boolean {
  const score = areaScore(rating);
  if (score === null) return false;
  const { remains, basis } = deriveConcern(score, thoughts, rules);
  return remains && basis === "presumed";
}

function divergenceReasons(divergences: readonly Divergence[]): WorkReason[] {
  if (divergences.length === 0) return [];
  return [
    {
      kind: "divergence",
      areas: inOrder(divergences.map(({ area }) => area)),
      isChildLowest: divergences.some(({ isChildLowest }) => isChildLowest),
    },
  ];
}

function followUpReasons({ followUp, hasOpenDraft }: CaseloadFacts): WorkReason[] {
  const reasons: WorkReason[] = hasOpenDraft ? [{ kind: "draft_open", areas: [] }] : [];
  if (followUp === "overdue" || followUp === "missing_date" || followUp === "soon") {
    reasons.push({ kind: followUp, areas: [] });
  }
  return reasons;
}

function inOrder(areas: readonly Area[]): Area[] {
  return AREAS.filter((area) => areas.includes(area));
}

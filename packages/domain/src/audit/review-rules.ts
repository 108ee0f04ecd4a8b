import { addDays, type LocalDate } from "../shared/index.ts";

/** Why looks are taken up for review, the gravest first. */
export const REVIEW_REASONS = [
  "emergency",
  "protected_identity",
  "same_surname",
  "no_relation",
  "after_closing",
  "odd_hours",
  "volume",
  "random",
] as const;
export type ReviewReason = (typeof REVIEW_REASONS)[number];

export const REVIEW_DECISIONS = ["in_order", "follow_up", "case_opened"] as const;
export type ReviewDecision = (typeof REVIEW_DECISIONS)[number];

export interface ReviewRules {
  readonly version: string;
  /** Hours of the day in Sweden: from the first until the second is night. */
  readonly nightFrom: number;
  readonly nightTo: number;
  /** Children opened on one day: more than this is many, if it is also more than `timesUsual` times the usual. */
  readonly manyChildren: number;
  readonly timesUsual: number;
  /** One row of the log in so many is reviewed whatever it says. */
  readonly oneIn: number;
  readonly daysToReview: number;
  readonly daysToReviewEmergency: number;
}

/** The project's own, but for the 1 % and the seven days of emergency access, which the specification of trust gives. */
export const DEFAULT_REVIEW_RULES: ReviewRules = {
  version: "1",
  nightFrom: 22,
  nightTo: 6,
  manyChildren: 20,
  timesUsual: 3,
  oneIn: 100,
  daysToReview: 14,
  daysToReviewEmergency: 7,
};

/** When a row was written, as the clock on the wall in Sweden has it, and what the rules ask of it. */
export interface LookedAt {
  /** 0 to 23. */
  readonly hour: number;
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: number;
  readonly purpose: string;
  /** Hex; nobody knows it before the row is written, so nobody can choose it. */
  readonly hash: string;
}

/** How the person who looked stands to the child on that day; null for a list of several. */
export interface LookedAtChild {
  readonly sharesSurname: boolean;
  readonly isProtected: boolean;
  readonly hasRelation: boolean;
  readonly closedOn: LocalDate | null;
}

export interface DayOfLooks {
  readonly day: LocalDate;
  readonly looks: readonly LookedAt[];
  readonly child: LookedAtChild | null;
  /** Whether what is said of the person's day as a whole is said here. */
  readonly saysOfDay: boolean;
  /** Children the person opened that day, and a usual day of the weeks before; null without any earlier day. */
  readonly childrenThatDay: number;
  readonly childrenUsually: number | null;
}

/** Why a day's looks of one person at one child, or at lists, are to be reviewed: none of most. */
export function reviewReasons(
  { day, looks, child, saysOfDay, childrenThatDay, childrenUsually }: DayOfLooks,
  rules: ReviewRules,
): ReviewReason[] {
  const isMany =
    childrenThatDay > rules.manyChildren && childrenThatDay > rules.timesUsual * (childrenUsually ?? 0);
  const holds: Record<ReviewReason, boolean> = {
    emergency: looks.some(({ purpose }) => purpose === "nodoppning"),
    protected_identity: child?.isProtected === true,
    same_surname: child?.sharesSurname === true,
    no_relation: child?.hasRelation === false,
    after_closing: child !== null && child.closedOn !== null && child.closedOn < day,
    odd_hours: looks.some((look) => isOddHour(look, rules)),
    volume: saysOfDay && isMany,
    random: looks.some(({ hash }) => isDrawn(hash, rules)),
  };
  return REVIEW_REASONS.filter((reason) => holds[reason]);
}

const SATURDAY = 6;

export function isOddHour(
  { hour, weekday }: Pick<LookedAt, "hour" | "weekday">,
  rules: ReviewRules,
): boolean {
  return weekday >= SATURDAY || hour >= rules.nightFrom || hour < rules.nightTo;
}

const DRAWN_FROM = 0x1_0000_0000;

/** The first 32 bits of the hash of the row decide. */
export function isDrawn(hash: string, { oneIn }: ReviewRules): boolean {
  return Number.parseInt(hash.slice(0, 8), 16) < DRAWN_FROM / oneIn;
}

/** The last day on which the review is in time. */
export function reviewDueOn(day: LocalDate, reasons: readonly ReviewReason[], rules: ReviewRules): LocalDate {
  return addDays(day, reasons.includes("emergency") ? rules.daysToReviewEmergency : rules.daysToReview);
}

/** The same surname, whatever the letters' case and the double name's order: `Ek-Lund` shares with `Lund`. */
export function sharesSurname(one: string, others: readonly string[]): boolean {
  const parts = new Set(surnameParts(one));
  return others.some((other) => surnameParts(other).some((part) => parts.has(part)));
}

function surnameParts(name: string): string[] {
  return name
    .normalize("NFC")
    .toLocaleLowerCase("sv")
    .split(/[\s-]+/)
    .filter((part) => part !== "");
}

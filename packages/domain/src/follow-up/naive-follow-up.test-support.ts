/**
 * The follow-up page written down a second time, as plainly as it reads and sharing nothing with the code
 * it checks: whole numbers only, every question asked anew from the whole series.
 */
export type PlainCompass = {
  readonly day: number;
  readonly registeredDay: number;
  readonly instrument: string;
  readonly version: string;
  readonly ageForm: string;
  /** Keys to answers; a single rating has the key "". Anything but 1 to 5 is no value. */
  readonly answers: Readonly<Record<string, number | string>>;
  readonly concern: "yes" | "no" | "";
  /** In hundredths; 0 is none. */
  readonly target: number;
};

/** [instrument, version, key] pairs that ask the same. */
export type PlainEquivalence = readonly [
  instrument: string,
  versionA: string,
  keyA: string,
  versionB: string,
  keyB: string,
];

export type PlainRow = {
  label: string;
  reason: string;
  previousDay: number | null;
  delta: readonly [number, number] | null;
  score: readonly [number, number] | null;
  common: number | null;
  concern: string;
  basis: string;
  flags: string[];
  signals: string[];
};

const isOneToFive = (answer: unknown): answer is number => typeof answer === "number";
const valued = (compass: PlainCompass) =>
  Object.entries(compass.answers).filter(([, answer]) => isOneToFive(answer));
const total = (numbers: readonly (number | string)[]) =>
  numbers.reduce<number>((sum, number) => sum + Number(number), 0);
const isSingle = (compass: PlainCompass) => "" in compass.answers;

function score(compass: PlainCompass): readonly [number, number] | null {
  const answers = valued(compass).map(([, answer]) => answer);
  return answers.length === 0 ? null : [total(answers), answers.length];
}

function pairs(
  before: PlainCompass,
  now: PlainCompass,
  equivalences: readonly PlainEquivalence[],
): [number, number][] {
  const found: [number, number][] = [];
  for (const [keyBefore, valueBefore] of valued(before)) {
    for (const [keyNow, valueNow] of valued(now)) {
      const isSame =
        before.version === now.version
          ? keyBefore === keyNow
          : equivalences.some(
              ([instrument, versionA, keyA, versionB, keyB]) =>
                instrument === now.instrument &&
                ((versionA === before.version &&
                  keyA === keyBefore &&
                  versionB === now.version &&
                  keyB === keyNow) ||
                  (versionB === before.version &&
                    keyB === keyBefore &&
                    versionA === now.version &&
                    keyA === keyNow)),
            );
      if (isSame) found.push([Number(valueBefore), Number(valueNow)]);
    }
  }
  return found;
}

type Judgement =
  | { reason: string; common: number | null }
  | {
      reason: "";
      common: number;
      sumBefore: number;
      difference: number;
      band: "" | "some" | "clear";
      drop: boolean;
      partial: boolean;
    };

function judge(
  before: PlainCompass,
  now: PlainCompass,
  equivalences: readonly PlainEquivalence[],
): Judgement {
  if (before.instrument !== now.instrument || isSingle(before) !== isSingle(now)) {
    return { reason: "different_instrument", common: null };
  }
  if (isSingle(now)) {
    const [sumBefore, sumNow] = [total(Object.values(before.answers)), total(Object.values(now.answers))];
    const steps = Math.abs(sumNow - sumBefore);
    const band = steps >= 2 ? "clear" : steps >= 1 ? "some" : "";
    return {
      reason: "",
      common: 1,
      sumBefore,
      difference: sumNow - sumBefore,
      band,
      drop: false,
      partial: false,
    };
  }
  const both = pairs(before, now, equivalences);
  const smaller = Math.min(valued(before).length, valued(now).length);
  const needed = Math.max(2, smaller % 2 === 0 ? smaller / 2 : (smaller + 1) / 2);
  if (both.length < needed) {
    return {
      reason: before.version === now.version ? "too_few_common_statements" : "different_version",
      common: both.length,
    };
  }
  const n = both.length;
  const sumBefore = total(both.map(([value]) => value));
  const difference = total(both.map(([, value]) => value)) - sumBefore;
  const isSmall = 2 * Math.abs(difference) >= n;
  const isClear = isSmall && Math.abs(difference) >= n && n >= 3;
  const isFloor = isSmall && difference < 0 && sumBefore <= 2 * n;
  return {
    reason: "",
    common: n,
    sumBefore,
    difference,
    band: isClear || isFloor ? "clear" : isSmall ? "some" : "",
    drop: both.some(([valueBefore, valueNow]) => valueBefore - valueNow >= 2),
    partial: n !== valued(before).length || n !== valued(now).length,
  };
}

function lastScored(series: readonly PlainCompass[], index: number): PlainCompass | undefined {
  return series.slice(0, index).findLast((compass) => score(compass) !== null);
}

function rowWithoutSignals(
  series: readonly PlainCompass[],
  index: number,
  equivalences: readonly PlainEquivalence[],
): PlainRow {
  const now = series[index];
  if (now === undefined) throw new Error("no such compass");
  const before = lastScored(series, index);
  const scoreNow = score(now);
  const row: PlainRow = {
    label: "not_comparable",
    reason: "",
    previousDay: before === undefined ? null : before.day,
    delta: null,
    score: scoreNow,
    common: null,
    concern: "",
    basis: "",
    flags: [],
    signals: [],
  };
  if (scoreNow === null) return { ...row, reason: "missing_now" };
  if (before === undefined) return { ...row, reason: "missing_before" };
  const judged = judge(before, now, equivalences);
  if (!("band" in judged)) return { ...row, reason: judged.reason, common: judged.common };

  const [sum, count] = scoreNow;
  const presumed = now.target === 0 ? sum <= 3 * count : 100 * sum < now.target * count;
  const concern = now.concern === "" ? presumed : now.concern === "yes";
  const isGood = now.target === 0 ? sum >= 4 * count : 100 * sum >= now.target * count;
  const isMaintained = (now.concern === "no" || (now.concern === "" && isGood && !presumed)) && !judged.drop;
  const direction = judged.difference > 0 ? "improvement" : "decline";
  const interval = now.day - before.day;
  const flags = [
    interval < 28 ? "short_interval" : "",
    interval > 365 ? "long_interval" : "",
    now.registeredDay - now.day > 14 ? "late_registration" : "",
    judged.partial ? "common_statements_only" : "",
    judged.drop ? "statement_drop" : "",
    now.ageForm !== "" && before.ageForm !== "" && now.ageForm !== before.ageForm ? "different_age_form" : "",
  ];
  return {
    ...row,
    label: judged.band === "" ? (isMaintained ? "maintained" : "unchanged") : `${judged.band}_${direction}`,
    delta: [judged.difference, judged.common],
    common: judged.common,
    concern: concern ? "yes" : "no",
    basis: now.concern === "" ? "presumed" : "answered",
    flags: flags.filter((flag) => flag !== ""),
  };
}

function isRemaining(row: PlainRow): boolean {
  return row.concern === "yes" && (row.basis === "answered" || !row.flags.includes("short_interval"));
}

function isCountable(row: PlainRow): boolean {
  return (
    row.label !== "not_comparable" &&
    !row.flags.includes("short_interval") &&
    !row.flags.includes("long_interval")
  );
}

/** One row for every compass after the first, the compasses given in order of assessment. */
export function compareNaively(
  series: readonly PlainCompass[],
  equivalences: readonly PlainEquivalence[],
): PlainRow[] {
  const rows = series.map((_, index) => rowWithoutSignals(series, index, equivalences));
  return rows
    .slice(1)
    .map((row, index) => ({ ...row, signals: signalsOf(series, rows, index + 1, equivalences) }));
}

function signalsOf(
  series: readonly PlainCompass[],
  rows: readonly PlainRow[],
  index: number,
  equivalences: readonly PlainEquivalence[],
): string[] {
  const [row, now] = [rows[index], series[index]];
  if (row === undefined || now === undefined) throw new Error("no such row");
  const signals: string[] = [];
  const justBefore = index >= 2 ? rows[index - 1]?.label : undefined;
  const remainingSmallDecline = row.label === "some_decline" && isRemaining(row);
  if (
    row.label === "clear_decline" ||
    remainingSmallDecline ||
    (row.label === "some_decline" && justBefore === "some_decline")
  ) {
    signals.push("decline");
  }
  if (row.label === "unchanged" && isRemaining(row)) signals.push("stagnation");
  if (row.label === "some_improvement" && row.concern === "yes" && row.basis === "answered")
    signals.push("concern_remains");

  const carries =
    signals.includes("stagnation") || signals.includes("concern_remains") || remainingSmallDecline;
  for (let earlier = index - 1; isCountable(row) && carries && earlier >= 1; earlier -= 1) {
    const candidate = rows[earlier];
    if (candidate === undefined || !isCountable(candidate)) continue;
    const start = lastScored(series, earlier);
    if (start === undefined) throw new Error("a comparison without a start");
    const window = judge(start, now, equivalences);
    const isClearGain = "band" in window && window.band === "clear" && window.difference > 0;
    const stuck = ["unchanged", "some_improvement", "some_decline", "clear_decline"].includes(
      candidate.label,
    );
    if (candidate.concern === "yes" && stuck && !isClearGain) signals.push("prolonged_stagnation");
    break;
  }
  return signals;
}

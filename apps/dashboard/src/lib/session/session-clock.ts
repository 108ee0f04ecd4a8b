/** Seconds until a login ends: unused, and whatever is done. Null = it has ended. */
export type TimeLeft = { readonly idle: number; readonly absolute: number } | null;

/** What the page does next about the login's end. */
export type ClockStep =
  | { readonly kind: "wait"; readonly seconds: number }
  /** Staying logged in is possible when only time unused has run. */
  | { readonly kind: "warn"; readonly seconds: number; readonly mayStay: boolean }
  | { readonly kind: "ended" };

const WARNING_SECONDS = 120;

/** Looks again at least so often: another tab may have moved the end, or ended it. */
const LOOK_AGAIN = 600;

/** What to do with so much left. */
export function nextClockStep(left: TimeLeft): ClockStep {
  if (left === null) return { kind: "ended" };
  const first = Math.min(left.idle, left.absolute);
  if (first <= 0) return { kind: "ended" };
  if (first <= WARNING_SECONDS) {
    return { kind: "warn", seconds: first, mayStay: left.absolute > WARNING_SECONDS };
  }
  return { kind: "wait", seconds: Math.min(first - WARNING_SECONDS, LOOK_AGAIN) };
}

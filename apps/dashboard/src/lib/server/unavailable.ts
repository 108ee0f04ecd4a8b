import { findKnown } from "@kompassen/api/errors";

const REASONS = ["away", "busy", "disk_full", "read_only", "no_large_work"] as const;
export type UnavailableReason = (typeof REASONS)[number];

/** Why the database cannot do what was asked, and when it is worth asking again. */
export interface Unavailable {
  readonly reason: UnavailableReason;
  /** Seconds. */
  readonly retryAfter: number;
}

/** When the refusal does not say. */
const SOON = 5;

/** @returns null when the error is about something else */
export function findUnavailable(error: unknown): Unavailable | null {
  const known = findKnown(error);
  if (known?.code !== "database_unavailable") return null;
  const reason = REASONS.find((one) => one === known.detail.reason) ?? "away";
  return { reason, retryAfter: known.detail.retryAfter ?? SOON };
}

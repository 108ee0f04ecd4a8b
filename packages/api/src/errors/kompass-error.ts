/** Every way a call can be refused. A forbidden child and one that does not exist are the same `not_found`. */
export type ErrorCode =
  | "not_signed_in"
  | "not_found"
  | "invalid"
  | "conflict"
  | "consent_missing"
  | "uninfluenced"
  | "closed"
  | "step_up_needed"
  | "too_many_requests"
  | "database_unavailable";

/** One field that cannot be accepted, and what was expected. */
export interface FieldFault {
  readonly field: string;
  readonly expected: string;
}

export interface ErrorDetail {
  readonly faults?: readonly FieldFault[];
  /** What is stored now, for the fields that were sent: shown beside what the person wrote. */
  readonly current?: Readonly<Record<string, unknown>>;
  readonly version?: number;
  /** What is missing or in the way, as a code. */
  readonly reason?: string;
  /** Seconds until it may be tried again. */
  readonly retryAfter?: number;
}

export class KompassError extends Error {
  readonly code: ErrorCode;
  readonly detail: ErrorDetail;

  constructor(code: ErrorCode, detail: ErrorDetail = {}) {
    super(code);
    this.name = "KompassError";
    this.code = code;
    this.detail = detail;
  }
}

/** @throws KompassError `not_found` */
export function notFound(): never {
  throw new KompassError("not_found");
}

/** @throws KompassError `invalid` with the fields at fault */
export function invalid(...faults: readonly FieldFault[]): never {
  throw new KompassError("invalid", { faults });
}

/**
 * For a version that is no longer the stored one. When what is stored is what was sent, the answer to the same call
 * was lost on the way, or two wrote the same: there is nothing to resolve.
 * @throws KompassError `conflict` with what is stored now
 */
export function agreeOrConflict(
  version: number,
  current: Readonly<Record<string, unknown>>,
  sent: Readonly<Record<string, unknown>>,
): void {
  const agrees = Object.entries(current).every(
    ([field, stored]) => JSON.stringify(stored) === JSON.stringify(sent[field]),
  );
  if (!agrees) conflict(version, current);
}

/** @throws KompassError `conflict` with what is stored now */
export function conflict(version: number, current: Readonly<Record<string, unknown>>): never {
  throw new KompassError("conflict", { version, current });
}

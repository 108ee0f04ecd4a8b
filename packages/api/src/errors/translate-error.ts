import { TRPCError } from "@trpc/server";
import { ZodError } from "zod";
import { type ErrorCode, type FieldFault, KompassError } from "./kompass-error.ts";

const TRPC_CODES: Record<ErrorCode, TRPCError["code"]> = {
  not_signed_in: "UNAUTHORIZED",
  not_found: "NOT_FOUND",
  invalid: "BAD_REQUEST",
  conflict: "CONFLICT",
  consent_missing: "PRECONDITION_FAILED",
  uninfluenced: "PRECONDITION_FAILED",
  closed: "PRECONDITION_FAILED",
  step_up_needed: "FORBIDDEN",
  too_many_requests: "TOO_MANY_REQUESTS",
  database_unavailable: "SERVICE_UNAVAILABLE",
};

/** What the database refuses on its own, in the words of the api. */
const DATABASE_REFUSALS: Readonly<Record<string, () => KompassError>> = {
  KP001: () => new KompassError("consent_missing"),
  KP002: () => new KompassError("closed", { reason: "assessment_locked" }),
  KP003: () => new KompassError("closed", { reason: "signal_closed" }),
  KP004: () => new KompassError("closed", { reason: "release_frozen" }),
  KP005: () => new KompassError("closed", { reason: "release_not_open" }),
  KP006: () => new KompassError("closed", { reason: "same_person" }),
  KP010: () => new KompassError("closed", { reason: "meeting_closed" }),
  KP011: () => new KompassError("too_many_requests", { reason: "emergency" }),
  KP020: () => new KompassError("closed", { reason: "purge_open" }),
  KP021: () => new KompassError("closed", { reason: "purge_not_open" }),
  KP022: () => new KompassError("closed", { reason: "purge_empty" }),
  KP023: () => new KompassError("closed", { reason: "retention_backwards" }),
  KP061: () => new KompassError("closed", { reason: "own_account" }),
  KP062: () => new KompassError("closed", { reason: "login_in_use" }),
  KP063: () => new KompassError("closed", { reason: "last_administrator" }),
  KP064: () => new KompassError("closed", { reason: "nobody_responsible" }),
  KP065: () => new KompassError("conflict", { reason: "hand_over_overtaken" }),
  KP066: () => new KompassError("conflict", { reason: "appointed_today" }),
  KP067: () => new KompassError("closed", { reason: "no_successor" }),
  KP068: () => new KompassError("closed", { reason: "still_responsible" }),
  KP069: () => new KompassError("closed", { reason: "own_making" }),
  KP070: () => new KompassError("closed", { reason: "child_closed" }),
  KP071: () => new KompassError("closed", { reason: "responsible_already" }),
  // Row security: as if it did not exist.
  "42501": () => new KompassError("not_found"),
  // A reference to something that is not there, or not of the same child or kommun.
  "23503": () => new KompassError("not_found"),
  "23505": () => new KompassError("conflict", { reason: "exists_already" }),
  "23P01": () => new KompassError("conflict", { reason: "overlaps" }),
  // Nothing is left to write on.
  "53100": () => unavailable("disk_full"),
  "58030": () => unavailable("disk_full"),
  // What is changed by two at once in opposite order is given up by one of them.
  "40001": () => unavailable("busy"),
  "40P01": () => unavailable("busy"),
  // Somebody else held it for too long, or it took too long itself.
  "55P03": () => unavailable("busy"),
  "57014": () => unavailable("busy"),
  NO_CONNECTION_FREE: () => unavailable("busy"),
  "53300": () => unavailable("busy"),
  ...Object.fromEntries(
    [
      ["57P01", "57P02", "57P03", "08000", "08001", "08003", "08004", "08006", "25006"],
      ["CONNECTION_CLOSED", "CONNECTION_ENDED", "CONNECTION_DESTROYED", "CONNECT_TIMEOUT"],
      ["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "EHOSTUNREACH", "ENOTFOUND"],
    ]
      .flat()
      .map((code) => [code, () => unavailable("away")]),
  ),
};

/** Seconds until it is worth trying again. A server that is started again answers in one or two. */
const TRY_AGAIN: Readonly<Record<"away" | "busy" | "disk_full", number>> = {
  away: 2,
  busy: 5,
  disk_full: 60,
};

function unavailable(reason: keyof typeof TRY_AGAIN): KompassError {
  return new KompassError("database_unavailable", { reason, retryAfter: TRY_AGAIN[reason] });
}

/** The one place where what went wrong becomes what the caller is told. An unknown error keeps its cause for the log. */
export function translateError(error: TRPCError): TRPCError {
  const known = findKnown(error);
  if (known === undefined) return error;
  return new TRPCError({ code: TRPC_CODES[known.code], message: known.code, cause: known });
}

export function findKnown(error: unknown): KompassError | undefined {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if (at instanceof KompassError) return at;
    if (at instanceof ZodError) return new KompassError("invalid", { faults: toFaults(at) });
    const code = "code" in at && typeof at.code === "string" ? at.code : undefined;
    const refusal = code === undefined ? undefined : DATABASE_REFUSALS[code];
    if (refusal !== undefined) return refusal();
  }
  return undefined;
}

/** The fields by their path, `guardians.0.name`, with the schema's code for what was expected. */
function toFaults({ issues }: ZodError): FieldFault[] {
  return issues.map(({ path, code }) => ({ field: path.join("."), expected: code }));
}

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
  // Row security: as if it did not exist.
  "42501": () => new KompassError("not_found"),
  "23505": () => new KompassError("conflict", { reason: "exists_already" }),
  "23P01": () => new KompassError("conflict", { reason: "overlaps" }),
  "57P03": () => new KompassError("database_unavailable"),
  "53300": () => new KompassError("database_unavailable"),
  ECONNREFUSED: () => new KompassError("database_unavailable"),
  CONNECTION_CLOSED: () => new KompassError("database_unavailable"),
  CONNECTION_ENDED: () => new KompassError("database_unavailable"),
};

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

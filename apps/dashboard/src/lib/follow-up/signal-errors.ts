import type { ErrorCode, ErrorDetail } from "@kompassen/api/errors";
import type { Messages } from "#lib/messages/sv/index.ts";
import { decisionName, decisionTextName } from "./read-decision.ts";

export type Refused = { readonly code: ErrorCode; readonly detail: ErrorDetail };

/** A refusal of a step in a signal's life, in words, by the control that it concerns. */
export function signalErrors(
  { code, detail }: Refused,
  filled: Readonly<Record<string, unknown>>,
  { followUp, session, barnteam }: Pick<Messages, "followUp" | "session" | "barnteam">,
): { field: string; message: string }[] {
  const { errors } = followUp.signal.decide;
  const { refusals } = session;
  if (detail.reason === "already_closed") return [{ field: "life", message: errors.closed }];
  if (code !== "invalid") return [{ field: "life", message: refusals[code] }];
  if (typeof filled.signalId === "string") {
    return filled.decision === ""
      ? [{ field: decisionName(filled.signalId), message: errors.decision }]
      : [{ field: decisionTextName(filled.signalId), message: errors.text }];
  }
  return (detail.faults ?? []).map(({ field }) =>
    field === "heldOn" || field === "startsAt"
      ? { field, message: barnteam.newMeeting.errors[field] }
      : { field: "meetingId", message: errors.meeting },
  );
}

/** What was sent about one signal and refused. */
export function filledDecision(
  filled: Readonly<Record<string, unknown>> | undefined,
  signalId: string,
): { decision: string; text: string } | undefined {
  if (filled?.signalId !== signalId) return undefined;
  const { decision, text } = filled;
  return {
    decision: typeof decision === "string" ? decision : "",
    text: typeof text === "string" ? text : "",
  };
}

import type { ErrorCode, ErrorDetail } from "@kompassen/api/errors";
import type { Messages } from "#lib/messages/sv/index.ts";

export type Refused = { readonly code: ErrorCode; readonly detail: ErrorDetail };

/** Why the conversation was not taken in, by the control that it concerns. */
export function conversationErrors(
  { code, detail }: Refused,
  {
    words,
    refusals,
  }: { words: Messages["followUp"]["conversation"]; refusals: Messages["session"]["refusals"] },
): { field: string; message: string }[] {
  const faults = (detail.faults ?? []).map(({ field }) => {
    if (field === "heldOn" || field === "nextFollowUpOn") return { field, message: words.errors[field] };
    return field.startsWith("thoughts")
      ? { field: "tankar", message: words.errors.target }
      : { field: "heldOn", message: words.errors.other };
  });
  return faults.length > 0 ? faults : [{ field: "heldOn", message: refusals[code] }];
}

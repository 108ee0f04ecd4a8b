import type { ErrorCode, ErrorDetail } from "@kompassen/api/errors";
import type { Messages } from "#lib/messages/sv/index.ts";

type Refused = { readonly code: ErrorCode; readonly detail: ErrorDetail };

/** Why a form could not be opened, by the control that it concerns. */
export function startErrors(
  { code, detail }: Refused,
  words: Messages["draft"]["start"]["errors"],
  refusals: Messages["session"]["refusals"],
): { field: string; message: string }[] {
  if (detail.reason === "already_handed_in") return [{ field: "compassId", message: words.handedInAlready }];
  if (detail.reason === "already_rated_that_day")
    return [{ field: "assessedOn", message: words.ratedThatDay }];
  if (detail.reason === "child_closed") return [{ field: "compassId", message: words.childClosed }];
  if (code === "conflict") return [{ field: "compassId", message: words.openAlready }];
  if (code !== "invalid") return [{ field: "rater", message: refusals[code] }];
  return (detail.faults ?? []).map(({ field }) => ({
    field: field === "ageForm" || field === "assessedOn" ? field : "rater",
    message: field === "ageForm" || field === "assessedOn" ? words[field] : words.rater,
  }));
}

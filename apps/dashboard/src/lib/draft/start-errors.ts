import type { ErrorDetail } from "@kompassen/api/errors";
import type { Messages } from "#lib/messages/sv/index.ts";

type Refused = { readonly code: string; readonly detail: ErrorDetail };

/** Why a form could not be opened, by the control that it concerns. */
export function startErrors(
  { code, detail }: Refused,
  words: Messages["draft"]["start"]["errors"],
): { field: string; message: string }[] {
  if (detail.reason === "already_handed_in") return [{ field: "compassId", message: words.handedInAlready }];
  if (code === "conflict") return [{ field: "compassId", message: words.openAlready }];
  return (detail.faults ?? []).map(({ field }) => ({
    field: field === "ageForm" || field === "assessedOn" ? field : "rater",
    message: field === "ageForm" || field === "assessedOn" ? words[field] : words.rater,
  }));
}

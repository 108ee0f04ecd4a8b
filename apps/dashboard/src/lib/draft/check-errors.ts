import type { ErrorCode, ErrorDetail } from "@kompassen/api/errors";
import type { Messages } from "#lib/messages/sv/index.ts";

type Refused = { readonly code: ErrorCode; readonly detail: ErrorDetail };

/** Why a form was not taken in when it was handed in. */
export function checkErrors(
  { code, detail }: Refused,
  words: Messages["draft"]["check"]["errors"],
  refusals: Messages["session"]["refusals"],
): { field: string; message: string }[] {
  if (detail.reason === "exists_already") return [{ field: "svar", message: words.handedIn }];
  if (code === "conflict") return [{ field: "svar", message: words.changed }];
  return [{ field: "svar", message: code === "invalid" ? words.nothing : refusals[code] }];
}

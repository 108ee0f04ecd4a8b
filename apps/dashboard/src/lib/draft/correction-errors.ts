import type { ErrorDetail } from "@kompassen/api/errors";
import type { Messages } from "#lib/messages/sv/index.ts";

type Refused = { readonly code: string; readonly detail: ErrorDetail };

/** Why a correction was not taken in. */
export function correctionErrors(
  { code, detail }: Refused,
  words: Messages["draft"]["correct"]["errors"],
): { field: string; message: string }[] {
  if (code === "conflict") return [{ field: "reason", message: words.meanwhile }];
  const isReason = detail.faults?.some(({ field }) => field === "reason") === true;
  return [{ field: "reason", message: isReason ? words.reason : words.nothing }];
}

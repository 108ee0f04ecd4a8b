import type { ErrorCode, ErrorDetail } from "@kompassen/api/errors";
import type { Messages } from "#lib/messages/sv/index.ts";

type Refused = { readonly code: ErrorCode; readonly detail: ErrorDetail };

/** Why a correction was not taken in. */
export function correctionErrors(
  { code, detail }: Refused,
  words: Messages["draft"]["correct"]["errors"],
  refusals: Messages["session"]["refusals"],
): { field: string; message: string }[] {
  if (code === "conflict") return [{ field: "reason", message: words.meanwhile }];
  if (code !== "invalid") return [{ field: "reason", message: refusals[code] }];
  const isReason = detail.faults?.some(({ field }) => field === "reason") === true;
  return [{ field: "reason", message: isReason ? words.reason : words.nothing }];
}

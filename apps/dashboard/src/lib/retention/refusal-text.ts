import type { ErrorCode, ErrorDetail } from "@kompassen/api/errors";
import type { Messages } from "#lib/messages/sv/index.ts";

/** Why a decision about purging was refused, in words that say what to do. */
export function refusalText(
  { code, detail }: { readonly code: ErrorCode; readonly detail: ErrorDetail },
  words: Messages["retention"]["refusals"],
  fallback: Messages["session"]["refusals"],
): string {
  const own = Object.entries(words).find(([reason]) => reason === detail.reason)?.[1];
  return own ?? fallback[code];
}

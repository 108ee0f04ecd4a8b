import type { ErrorDetail } from "@kompassen/api/errors";
import { getRequestEvent } from "$app/server";

/** When the limit does not say. */
const A_MINUTE = 60;

/** Tells the browser when it may ask again. @returns the seconds */
export function sayWhenAgain({ retryAfter = A_MINUTE }: ErrorDetail): number {
  getRequestEvent().setHeaders({ "retry-after": String(retryAfter) });
  return retryAfter;
}

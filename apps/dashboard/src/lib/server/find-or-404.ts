import { findKnown } from "@kompassen/api/errors";
import { error } from "@sveltejs/kit";
import { sayWhenAgain } from "./say-when-again.ts";
import { toStepUp } from "./to-step-up.ts";

/** Reads through the api for a page: what is closed to the person and what does not exist is the same 404 page. */
export async function findOr404<T>(read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (caught) {
    const known = findKnown(caught);
    if (known?.code === "not_found" || known?.code === "invalid") error(404);
    if (known?.code === "step_up_needed") toStepUp();
    if (known?.code === "too_many_requests") {
      error(429, { message: known.code, retryAfter: sayWhenAgain(known.detail) });
    }
    throw caught;
  }
}

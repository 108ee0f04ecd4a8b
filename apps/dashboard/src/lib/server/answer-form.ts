import type { ErrorCode, ErrorDetail } from "@kompassen/api/errors";
import { findKnown } from "@kompassen/api/errors";
import { error, fail } from "@sveltejs/kit";
import { sayWhenAgain } from "./say-when-again.ts";
import { toStepUp } from "./to-step-up.ts";

/** What a form is told when the api refuses it: the page shows it beside what was written, and nothing is lost. */
interface Refusal {
  readonly code: ErrorCode;
  readonly detail: ErrorDetail;
}

const STATUS: Partial<Record<ErrorCode, number>> = {
  conflict: 409,
  not_found: 404,
  too_many_requests: 429,
};

/**
 * Runs a write of a form action. A refusal that the person can do something about comes back to the form together
 * with what was filled in; what does not exist for this person is the 404 page.
 */
export async function answerForm<T, Filled extends Record<string, unknown>>(
  write: () => Promise<T>,
  filled: Filled,
) {
  try {
    return { done: await write() };
  } catch (caught) {
    const known = findKnown(caught);
    // Whether it was saved may not be known: the form is sent again as it was, under the same ids.
    if (known === undefined || known.code === "database_unavailable") throw caught;
    if (known.code === "not_found") error(404);
    if (known.code === "step_up_needed") toStepUp();
    if (known.code === "too_many_requests") sayWhenAgain(known.detail);
    const refusal: Refusal = { code: known.code, detail: known.detail };
    return { refused: fail(STATUS[known.code] ?? 400, { refusal, filled }) };
  }
}

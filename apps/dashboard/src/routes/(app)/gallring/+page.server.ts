import { redirect } from "@sveltejs/kit";
import { answerForm } from "#lib/server/answer-form.ts";
import { findOr404 } from "#lib/server/find-or-404.ts";
import { newId } from "#lib/server/new-id.ts";
import { readText } from "#lib/server/read-text.ts";
import { stepUpHref } from "#lib/server/to-step-up.ts";
import type { Actions, PageServerLoad } from "./$types";

/** Minutes: fewer than an approval asks for, so that there is time to read what goes. */
const TO_READ_AND_APPROVE = 10;

export const load: PageServerLoad = async ({ locals, parent }) => {
  const { signedIn, today } = await parent();
  return {
    overview: await findOr404(locals.api.retention.getOverview()),
    seesCases: signedIn.roles.includes("dataskyddsombud"),
    stepUpHref: stepUpHref(TO_READ_AND_APPROVE),
    runId: newId(locals.context.now),
    holdId: newId(locals.context.now),
    today,
  };
};

export const actions: Actions = {
  propose: async ({ locals, request }) => {
    const form = await request.formData();
    const answer = await answerForm(
      () => locals.api.retention.proposePurge({ runId: readText(form, "runId") }),
      {},
    );
    return answer.refused ?? redirect(303, "/gallring");
  },
  decide: async ({ locals, request }) => {
    const form = await request.formData();
    const decision = readText(form, "decision") === "approve" ? "approve" : "withdraw";
    const answer = await answerForm(
      () => locals.api.retention.decidePurge({ runId: readText(form, "runId"), decision }),
      {},
    );
    return answer.refused ?? redirect(303, "/gallring");
  },
  hold: async ({ locals, request }) => {
    const form = await request.formData();
    const filled = {
      caseNumber: readText(form, "caseNumber"),
      reason: readText(form, "reason"),
      reviewOn: readText(form, "reviewOn"),
    };
    const answer = await answerForm(
      () => locals.api.retention.holdCase({ holdId: readText(form, "holdId"), ...filled }),
      filled,
    );
    return answer.refused ?? redirect(303, "/gallring#undantag");
  },
  lift: async ({ locals, request }) => {
    const form = await request.formData();
    const holdId = readText(form, "holdId");
    const reason = readText(form, `liftReason-${holdId}`);
    const answer = await answerForm(() => locals.api.retention.liftHold({ holdId, reason }), {});
    return answer.refused ?? redirect(303, "/gallring#undantag");
  },
};

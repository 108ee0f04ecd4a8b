import { EMERGENCY_REASONS } from "@kompassen/api/emergency-access";
import { error, fail, redirect } from "@sveltejs/kit";
import { timeText } from "#lib/draft/moment-text.ts";
import { answerForm } from "#lib/server/answer-form.ts";
import { newId } from "#lib/server/new-id.ts";
import { readText } from "#lib/server/read-text.ts";
import { stepUpHref } from "#lib/server/to-step-up.ts";
import type { Actions, PageServerLoad } from "./$types";

/** Minutes: fewer than the verb asks for, so that there is time to say why. */
const TO_WRITE = 3;

const LEAST_WORDS = 10;

export const load: PageServerLoad = async ({ locals }) => {
  const mayOpen = locals.signedIn?.roles.some((role) => role === "barnkontakt" || role === "stodsamordnare");
  if (!mayOpen) error(404);
  const running = await locals.api.emergencyAccess.listOwn();
  return {
    accessId: newId(locals.context.now),
    stepUpHref: stepUpHref(TO_WRITE),
    reasons: EMERGENCY_REASONS,
    running: running.map(({ id, childId, caseNumber, closesAt }) => ({
      id,
      childId,
      caseNumber,
      until: timeText(closesAt),
    })),
  };
};

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const form = await request.formData();
    const filled = {
      caseNumber: readText(form, "caseNumber"),
      reason: readText(form, "reason"),
      reasonText: readText(form, "reasonText"),
    };
    const reason = EMERGENCY_REASONS.find((one) => one === filled.reason);
    const missing = [
      ...(filled.caseNumber === "" ? (["caseNumber"] as const) : []),
      ...(reason === undefined ? (["reason"] as const) : []),
      ...(filled.reasonText.length < LEAST_WORDS ? (["reasonText"] as const) : []),
    ];
    if (missing.length > 0 || reason === undefined) return fail(400, { filled, missing, isUnknown: false });
    const answer = await answerForm(
      () => locals.api.emergencyAccess.open({ ...filled, accessId: readText(form, "accessId"), reason }),
      filled,
    );
    if (answer.refused !== undefined) return answer.refused;
    if (answer.done.childId === null) return fail(404, { filled, missing, isUnknown: true });
    redirect(303, `/nodoppning/${answer.done.childId}`);
  },
};

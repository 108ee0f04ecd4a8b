import { REVIEW_OUTCOMES } from "@kompassen/api/emergency-access";
import { dateText } from "@kompassen/domain/shared";
import { error, fail, redirect } from "@sveltejs/kit";
import { momentText, timeText } from "#lib/draft/moment-text.ts";
import { answerForm } from "#lib/server/answer-form.ts";
import { readText } from "#lib/server/read-text.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals }) => {
  const mayReview = locals.signedIn?.roles.some(
    (role) => role === "loggranskare" || role === "dataskyddsombud",
  );
  if (!mayReview) error(404);
  const items = await locals.api.emergencyAccess.listToReview();
  const { locale } = locals;
  return {
    items: items.map(({ openedAt, endedAt, reviewDueOn, review, ...item }) => ({
      ...item,
      from: momentText(openedAt, locale),
      to: timeText(endedAt),
      due: dateText(reviewDueOn, locale),
      review: review === null ? null : { ...review, at: momentText(review.at, locale) },
    })),
  };
};

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const form = await request.formData();
    const accessId = readText(form, "accessId");
    const filled = {
      accessId,
      outcome: readText(form, `outcome-${accessId}`),
      text: readText(form, `text-${accessId}`),
    };
    const outcome = REVIEW_OUTCOMES.find((one) => one === filled.outcome);
    const missing = [
      ...(outcome === undefined ? (["outcome"] as const) : []),
      ...(filled.text.length < 3 ? (["text"] as const) : []),
    ];
    if (missing.length > 0 || outcome === undefined) return fail(400, { filled, missing });
    const answer = await answerForm(() => locals.api.emergencyAccess.review({ ...filled, outcome }), filled);
    if (answer.refused !== undefined) return answer.refused;
    redirect(303, "/nodoppning/granskning");
  },
};

import { reviewWithheldInput, tellShareInput, withholdShareInput } from "@kompassen/api/sharing";
import { dateText } from "@kompassen/domain/shared";
import { error } from "@sveltejs/kit";
import { loadMessages } from "#lib/messages/load-messages.ts";
import { answerForm } from "#lib/server/answer-form.ts";
import { findOr404 } from "#lib/server/find-or-404.ts";
import { newId } from "#lib/server/new-id.ts";
import { readText } from "#lib/server/read-text.ts";
import { loadThings } from "#lib/sharing/load-things.server.ts";
import { toShareRow } from "#lib/sharing/share-words.ts";
import { thingName } from "#lib/sharing/withheld-things.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, parent, params }) => {
  const { child, header } = await parent();
  if (!header.mayWrite) error(404);
  const { api, locale, context } = locals;
  const [{ sharing, consent }, book] = await Promise.all([
    loadMessages(locale),
    findOr404(api.sharing.listShares({ childId: params.id })),
  ]);
  const things = book.withheld.length === 0 ? [] : await loadThings(locals, params.id, book);
  return {
    today: context.today,
    shares: book.shares.map((share) => ({
      ...toShareRow(share, locale, sharing, consent.phrases),
      toldId: newId(context.now),
      isForFamily: share.way !== "printout",
    })),
    withheld: book.withheld.map((one) => ({
      id: one.id,
      isDue: one.isDue,
      title: sharing.withheld.line(
        thingName(one, things, sharing),
        child.guardians.find(({ id }) => id === one.guardianId)?.name ?? "",
      ),
      reason: one.reason,
      reviewOn: dateText(one.reviewOn, locale),
      setBy: sharing.withheld.setBy(one.setByName, dateText(one.setOn, locale)),
      againId: newId(context.now),
    })),
  };
};

export const actions: Actions = {
  beratta: async ({ request, locals, params }) => {
    const form = await request.formData();
    const answer = await answerForm(
      () =>
        locals.api.sharing.tellShare({
          childId: params.id,
          ...tellShareInput.parse({
            toldId: readText(form, "toldId"),
            sharingId: readText(form, "sharingId"),
            toldOn: readText(form, "toldOn"),
          }),
        }),
      {},
    );
    return answer.refused;
  },
  vanta: async ({ request, locals, params }) => {
    const form = await request.formData();
    const sharingId = readText(form, "sharingId");
    const answer = await answerForm(
      () =>
        locals.api.sharing.withholdShare({
          childId: params.id,
          ...withholdShareInput.parse({
            toldId: readText(form, "toldId"),
            sharingId,
            reason: readText(form, `reason-${sharingId}`),
            reviewOn: readText(form, `reviewOn-${sharingId}`),
          }),
        }),
      {},
    );
    return answer.refused;
  },
  prova: async ({ request, locals, params }) => {
    const form = await request.formData();
    const isKept = readText(form, "svar") === "behall";
    const withheldId = readText(form, "withheldId");
    const again = {
      withheldId: readText(form, "againId"),
      reason: readText(form, `reason-${withheldId}`),
      reviewOn: readText(form, `reviewOn-${withheldId}`),
    };
    const answer = await answerForm(
      () =>
        locals.api.sharing.withheldReview({
          childId: params.id,
          ...reviewWithheldInput.parse({ withheldId, again: isKept ? again : null }),
        }),
      {},
    );
    return answer.refused;
  },
};

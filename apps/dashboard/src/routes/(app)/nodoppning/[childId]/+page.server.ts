import { areaName } from "@kompassen/domain/behovskompass";
import { dateText } from "@kompassen/domain/shared";
import { redirect } from "@sveltejs/kit";
import { timeText } from "#lib/draft/moment-text.ts";
import { findOr404 } from "#lib/server/find-or-404.ts";
import { readText } from "#lib/server/read-text.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, params }) => {
  const card = await findOr404(locals.api.emergencyAccess.getCard({ childId: params.childId }));
  return {
    name: `${card.givenName} ${card.familyName}`,
    caseNumber: card.caseNumber,
    birthDate: card.birthDate === null ? null : dateText(card.birthDate, locals.locale),
    accessId: card.accessId,
    until: timeText(card.closesAt),
    guardians: card.guardians,
    responsible: card.responsible,
    supports: card.supports.map(({ area, description, givenBy }) => ({
      area: areaName(area, locals.locale),
      description,
      givenBy,
    })),
  };
};

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const form = await request.formData();
    await findOr404(locals.api.emergencyAccess.end({ accessId: readText(form, "accessId") }));
    redirect(303, "/nodoppning");
  },
};

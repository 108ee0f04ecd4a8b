import { AUTHORITIES } from "@kompassen/domain/retention";
import { error, redirect } from "@sveltejs/kit";
import { answerForm } from "#lib/server/answer-form.ts";
import { findOr404 } from "#lib/server/find-or-404.ts";
import { readText } from "#lib/server/read-text.ts";
import { stepUpHref } from "#lib/server/to-step-up.ts";
import type { Actions, PageServerLoad } from "./$types";

const authorityOf = (name: string) => AUTHORITIES.find((one) => one === name) ?? error(404);

/** Minutes: fewer than a rule asks for, so that there is time to write what it stands on. */
const TO_WRITE = 5;

export const load: PageServerLoad = async ({ locals, parent, params }) => {
  const { signedIn, today } = await parent();
  const authority = authorityOf(params.authority);
  const { rules } = await findOr404(locals.api.retention.getOverview());
  const rule = rules.find((one) => one.authority === authority);
  if (rule === undefined || !signedIn.roles.includes("dataskyddsombud")) error(404);
  return { rule, today, stepUpHref: stepUpHref(TO_WRITE) };
};

export const actions: Actions = {
  default: async ({ locals, request, params }) => {
    const form = await request.formData();
    const filled = {
      keepMonths: readText(form, "keepMonths"),
      legalGround: readText(form, "legalGround"),
      validFrom: readText(form, "validFrom"),
    };
    const answer = await answerForm(
      () =>
        locals.api.retention.setRule({
          ...filled,
          authority: authorityOf(params.authority),
          keepMonths: Number(filled.keepMonths),
        }),
      filled,
    );
    return answer.refused ?? redirect(303, "/gallring");
  },
};

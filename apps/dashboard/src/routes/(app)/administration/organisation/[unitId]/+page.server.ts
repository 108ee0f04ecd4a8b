import { recordUnitInput } from "@kompassen/api/administration";
import { UNIT_KINDS } from "@kompassen/domain/people";
import { dateText, isLocalDate } from "@kompassen/domain/shared";
import { error, fail, redirect } from "@sveltejs/kit";
import { loadMessages } from "#lib/messages/load-messages.ts";
import { answerForm } from "#lib/server/answer-form.ts";
import { newId } from "#lib/server/new-id.ts";
import { readOptional, readText } from "#lib/server/read-text.ts";
import { toFormConflict } from "#lib/shared/to-form-conflict.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { omraden, units } = await locals.api.administration.getOrganisation();
  const { today, now } = locals.context;
  const open = omraden
    .filter(({ validTo }) => validTo === null || validTo >= today)
    .map(({ id, name }) => ({ value: id, label: name }));
  if (params.unitId === "ny") {
    // What the school register knows of the place, when one comes from there.
    const given = (name: string) => url.searchParams.get(name) ?? "";
    const stored = {
      unitId: newId(now),
      name: given("namn"),
      code: given("kod"),
      kind: given("sort"),
      omradeId: "",
      huvudman: "",
      schoolUnitCode: given("kod"),
      validTo: "",
    };
    return { omraden: open, stored, version: null };
  }
  const unit = units.find(({ id }) => id === params.unitId);
  if (unit === undefined) error(404);
  return {
    omraden: open,
    stored: {
      unitId: unit.id,
      name: unit.name,
      code: unit.code,
      kind: unit.kind,
      omradeId: unit.omradeId ?? "",
      huvudman: unit.huvudman ?? "",
      schoolUnitCode: unit.schoolUnitCode ?? "",
      validTo: unit.validTo ?? "",
    },
    version: unit.version,
  };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData();
    const filled = {
      unitId: params.unitId === "ny" ? readText(form, "unitId") : params.unitId,
      name: readText(form, "name"),
      code: readText(form, "code"),
      kind: readText(form, "kind"),
      omradeId: readText(form, "omradeId"),
      huvudman: readText(form, "huvudman"),
      schoolUnitCode: readText(form, "schoolUnitCode"),
      validTo: readText(form, "validTo"),
    };
    const version = readOptional(form, "version");
    const answer = await answerForm(
      () =>
        locals.api.administration.recordUnit(
          recordUnitInput.parse({
            ...filled,
            omradeId: readOptional(form, "omradeId"),
            huvudman: readOptional(form, "huvudman"),
            schoolUnitCode: readOptional(form, "schoolUnitCode"),
            validTo: readOptional(form, "validTo"),
            version: version === null ? null : Number(version),
          }),
        ),
      filled,
    );
    if (answer.refused === undefined) redirect(303, "/administration/organisation?sparat");
    const { refusal } = answer.refused.data;
    const [{ administration }, { omraden }] = await Promise.all([
      loadMessages(locals.locale),
      locals.api.administration.getOrganisation(),
    ]);
    const words = administration.unit;
    const kindText = (kind: string) => {
      const known = UNIT_KINDS.find((name) => name === kind);
      return known === undefined ? "" : administration.organisation.kinds[known];
    };
    const conflict = toFormConflict(refusal.detail, filled, {
      name: { label: words.name },
      code: { label: words.code },
      kind: { label: words.kind, text: kindText },
      omradeId: {
        label: words.omrade,
        text: (id) => omraden.find((omrade) => omrade.id === id)?.name ?? words.noOmrade,
      },
      huvudman: { label: words.huvudman },
      schoolUnitCode: { label: words.schoolUnitCode },
      validTo: {
        label: words.validTo,
        text: (day) => (isLocalDate(day) ? dateText(day, locals.locale) : ""),
      },
    });
    return fail(answer.refused.status, { refusal, filled, conflict });
  },
};

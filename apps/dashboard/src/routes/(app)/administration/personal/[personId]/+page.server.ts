import { grantRoleInput, recordPersonInput } from "@kompassen/api/administration";
import { PERSON_ROLES, type PersonRole } from "@kompassen/domain/people";
import { dateText } from "@kompassen/domain/shared";
import { error, fail, redirect } from "@sveltejs/kit";
import { loadMessages } from "#lib/messages/load-messages.ts";
import { answerForm } from "#lib/server/answer-form.ts";
import { findOr404 } from "#lib/server/find-or-404.ts";
import { newId } from "#lib/server/new-id.ts";
import { readOptional, readText } from "#lib/server/read-text.ts";
import { stepUpHref } from "#lib/server/to-step-up.ts";
import { toFormConflict } from "#lib/shared/to-form-conflict.ts";
import type { Actions, PageServerLoad } from "./$types";

/** Minutes: fewer than the verbs ask for, so that there is time to fill in the form. */
const TO_FILL_IN = 10;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { now, today } = locals.context;
  const { units } = await locals.api.administration.getOrganisation();
  const open = units
    .filter(({ validTo }) => validTo === null || validTo >= today)
    .map(({ id, name }) => ({ value: id, label: name }));
  const shared = {
    units: open,
    today,
    isSaved: url.searchParams.has("sparat"),
    stepUpHref: stepUpHref(TO_FILL_IN),
  };
  if (params.personId === "ny") {
    const suggestion = await findSuggestion(locals, url.searchParams.get("forslag"));
    const stored = {
      personId: newId(now),
      givenName: suggestion?.givenName ?? "",
      familyName: suggestion?.familyName ?? "",
      title: suggestion?.roleSource ?? "",
      unitId: suggestion?.unitId ?? "",
      loginKey: suggestion?.loginKey ?? "",
    };
    return { ...shared, stored, version: null, person: null, roles: [], ended: [] };
  }
  const person = await findOr404(locals.api.administration.getPerson({ personId: params.personId }));
  const { administration, session } = await loadMessages(locals.locale);
  const words = administration.person;
  const rows = person.roles.map(({ role, validFrom, validTo }) => ({
    key: `${role} ${validFrom}`,
    role,
    name: session.roles[role],
    validFrom,
    period:
      validTo === null
        ? words.since(dateText(validFrom, locals.locale))
        : words.period(dateText(validFrom, locals.locale), dateText(validTo, locals.locale)),
    isRunning: validTo === null || validTo >= today,
  }));
  return {
    ...shared,
    stored: {
      personId: person.id,
      givenName: person.givenName,
      familyName: person.familyName,
      title: person.title,
      unitId: person.unitId ?? "",
      loginKey: person.loginKey,
    },
    version: person.version,
    person: { isDisabled: person.isDisabled, isOneself: person.isOneself },
    roles: rows.filter(({ isRunning }) => isRunning),
    ended: rows.filter(({ isRunning }) => !isRunning),
  };
};

async function findSuggestion(locals: App.Locals, sourceId: string | null) {
  if (sourceId === null) return undefined;
  const duties = await locals.api.schoolRegister.listDuties();
  return duties.find((duty) => duty.sourceId === sourceId);
}

const to = (personId: string) => `/administration/personal/${personId}?sparat`;

export const actions: Actions = {
  record: async ({ request, locals, params }) => {
    const form = await request.formData();
    const filled = {
      personId: params.personId === "ny" ? readText(form, "personId") : params.personId,
      givenName: readText(form, "givenName"),
      familyName: readText(form, "familyName"),
      title: readText(form, "title"),
      unitId: readText(form, "unitId"),
      loginKey: readText(form, "loginKey"),
    };
    const version = readOptional(form, "version");
    const answer = await answerForm(
      () =>
        locals.api.administration.recordPerson(
          recordPersonInput.parse({
            ...filled,
            unitId: readOptional(form, "unitId"),
            version: version === null ? null : Number(version),
          }),
        ),
      filled,
    );
    if (answer.refused === undefined) redirect(303, to(filled.personId));
    const { refusal } = answer.refused.data;
    const [{ administration }, { units }] = await Promise.all([
      loadMessages(locals.locale),
      locals.api.administration.getOrganisation(),
    ]);
    const words = administration.person;
    const conflict = toFormConflict(refusal.detail, filled, {
      givenName: { label: words.givenName },
      familyName: { label: words.familyName },
      title: { label: words.titleField },
      unitId: {
        label: words.unit,
        text: (id) => units.find((unit) => unit.id === id)?.name ?? words.noUnit,
      },
      loginKey: { label: words.loginKey },
    });
    return fail(answer.refused.status, { action: "record" as const, refusal, filled, conflict });
  },
  grantRole: async ({ request, locals, params }) => {
    const form = await request.formData();
    const filled = {
      role: readText(form, "role"),
      validFrom: readText(form, "validFrom"),
      validTo: readText(form, "validTo"),
    };
    const answer = await answerForm(
      () =>
        locals.api.administration.grantRole(
          grantRoleInput.parse({
            ...filled,
            personId: params.personId,
            validTo: readOptional(form, "validTo"),
          }),
        ),
      filled,
    );
    if (answer.refused === undefined) redirect(303, to(params.personId));
    const { refusal } = answer.refused.data;
    return fail(answer.refused.status, { action: "grantRole" as const, refusal, granted: filled });
  },
  endRole: async ({ request, locals, params }) => {
    const form = await request.formData();
    const role = roleNamed(readText(form, "role"));
    const validFrom = readText(form, "validFrom");
    const { personId } = params;
    const answer = await answerForm(
      () => locals.api.administration.endRole({ personId, role, validFrom }),
      {},
    );
    if (answer.refused === undefined) redirect(303, to(personId));
    return fail(answer.refused.status, { action: "endRole" as const, refusal: answer.refused.data.refusal });
  },
  setDisabled: async ({ request, locals, params }) => {
    const form = await request.formData();
    const sent = {
      personId: params.personId,
      version: Number(readText(form, "version")),
      isDisabled: readText(form, "isDisabled") === "ja",
    };
    const answer = await answerForm(() => locals.api.administration.setDisabled(sent), {});
    if (answer.refused === undefined) redirect(303, to(params.personId));
    return fail(answer.refused.status, {
      action: "setDisabled" as const,
      refusal: answer.refused.data.refusal,
    });
  },
};

function roleNamed(name: string): PersonRole {
  const role = PERSON_ROLES.find((known) => known === name);
  if (role === undefined) error(400);
  return role;
}

import { recordTeamInput, seatMemberInput } from "@kompassen/api/administration";
import { ageGroupName, BARNTEAM_AGE_GROUPS } from "@kompassen/domain/people";
import { dateText, isLocalDate } from "@kompassen/domain/shared";
import { fail, redirect } from "@sveltejs/kit";
import { toTeamSeats } from "#lib/administration/to-team-seats.ts";
import { loadMessages } from "#lib/messages/load-messages.ts";
import { answerForm } from "#lib/server/answer-form.ts";
import { findOr404 } from "#lib/server/find-or-404.ts";
import { newId } from "#lib/server/new-id.ts";
import { readOptional, readText } from "#lib/server/read-text.ts";
import { stepUpHref } from "#lib/server/to-step-up.ts";
import { toFormConflict } from "#lib/shared/to-form-conflict.ts";
import type { Actions, PageServerLoad } from "./$types";

/** Minutes: fewer than a seat asks for, so that there is time to fill in the form. */
const TO_FILL_IN = 10;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { now, today } = locals.context;
  const { locale } = locals;
  const { units, staff } = await locals.api.people.listOptions();
  const shared = {
    today,
    isSaved: url.searchParams.has("sparat"),
    stepUpHref: stepUpHref(TO_FILL_IN),
    units: units.map(({ id, name }) => ({ value: id, label: name })),
    ageGroups: BARNTEAM_AGE_GROUPS.filter((group) => group !== "utan_barnteam").map((value) => ({
      value,
      label: ageGroupName(value, locale),
    })),
  };
  if (params.teamId === "nytt") {
    const stored = { teamId: newId(now), name: "", ageGroup: "", unitId: "", validTo: "" };
    return { ...shared, stored, version: null, members: null };
  }
  const team = await findOr404(locals.api.administration.getTeam({ teamId: params.teamId }));
  const { administration } = await loadMessages(locale);
  const words = administration.person;
  const rows = team.members.map((member) => ({
    ...member,
    key: `${member.personId} ${member.validFrom}`,
    period:
      member.validTo === null
        ? words.since(dateText(member.validFrom, locale))
        : words.period(dateText(member.validFrom, locale), dateText(member.validTo, locale)),
    isRunning: member.validTo === null || member.validTo >= today,
  }));
  const seated = rows.filter(({ isRunning }) => isRunning);
  const taken = new Set(seated.map(({ personId }) => personId));
  const own = locals.signedIn?.personId;
  return {
    ...shared,
    stored: {
      teamId: team.id,
      name: team.name,
      ageGroup: team.ageGroup ?? "",
      unitId: team.unitId ?? "",
      validTo: team.validTo ?? "",
    },
    version: team.version,
    members: {
      seated,
      past: rows.filter(({ isRunning }) => !isRunning),
      seats: toTeamSeats(team.ageGroup, locale),
      // A seat opens children: nobody takes one for themselves.
      staff: staff
        .filter(({ id }) => id !== own && !taken.has(id))
        .map(({ id, name, title }) => ({ value: id, label: `${name}, ${title}` })),
    },
  };
};

const to = (teamId: string) => `/administration/barnteam/${teamId}?sparat`;

export const actions: Actions = {
  record: async ({ request, locals, params }) => {
    const form = await request.formData();
    const filled = {
      teamId: params.teamId === "nytt" ? readText(form, "teamId") : params.teamId,
      name: readText(form, "name"),
      ageGroup: readText(form, "ageGroup"),
      unitId: readText(form, "unitId"),
      validTo: readText(form, "validTo"),
    };
    const version = readOptional(form, "version");
    const answer = await answerForm(
      () =>
        locals.api.administration.recordTeam(
          recordTeamInput.parse({
            ...filled,
            unitId: readOptional(form, "unitId"),
            validTo: readOptional(form, "validTo"),
            version: version === null ? null : Number(version),
          }),
        ),
      filled,
    );
    if (answer.refused === undefined) redirect(303, to(filled.teamId));
    const { refusal } = answer.refused.data;
    const [{ administration }, { units }] = await Promise.all([
      loadMessages(locals.locale),
      locals.api.people.listOptions(),
    ]);
    const words = administration.team;
    const conflict = toFormConflict(refusal.detail, filled, {
      name: { label: words.name },
      ageGroup: {
        label: words.ageGroup,
        text: (group) => {
          const known = BARNTEAM_AGE_GROUPS.find((name) => name === group);
          return known === undefined ? "" : ageGroupName(known, locals.locale);
        },
      },
      unitId: {
        label: words.unit,
        text: (id) => units.find((unit) => unit.id === id)?.name ?? words.noUnit,
      },
      validTo: {
        label: words.validTo,
        text: (day) => (isLocalDate(day) ? dateText(day, locals.locale) : ""),
      },
    });
    return fail(answer.refused.status, { action: "record" as const, refusal, filled, conflict });
  },
  seat: async ({ request, locals, params }) => {
    const form = await request.formData();
    const seated = {
      personId: readText(form, "personId"),
      part: readText(form, "part"),
      isConvenor: readText(form, "isConvenor") === "ja",
      validFrom: readText(form, "validFrom"),
    };
    const answer = await answerForm(
      () =>
        locals.api.administration.seatMember(
          seatMemberInput.parse({ ...seated, teamId: params.teamId, validTo: null }),
        ),
      {},
    );
    if (answer.refused === undefined) redirect(303, to(params.teamId));
    return fail(answer.refused.status, {
      action: "seat" as const,
      refusal: answer.refused.data.refusal,
      seated,
    });
  },
  unseat: async ({ request, locals, params }) => {
    const form = await request.formData();
    const sent = {
      teamId: params.teamId,
      personId: readText(form, "personId"),
      validFrom: readText(form, "validFrom"),
    };
    const answer = await answerForm(() => locals.api.administration.unseatMember(sent), {});
    if (answer.refused === undefined) redirect(303, to(params.teamId));
    return fail(answer.refused.status, { action: "unseat" as const, refusal: answer.refused.data.refusal });
  },
};

import { toTakenBackRows } from "#lib/consent/to-taken-back-rows.ts";
import { toAnnouncedRows } from "#lib/emergency-access/to-announced-rows.ts";
import { loadMessages } from "#lib/messages/load-messages.ts";
import { toCaseload } from "#lib/views/caseload/to-caseload.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, url }) => {
  const [caseload, announced, takenBack, messages] = await Promise.all([
    locals.api.people.listCaseload(),
    locals.api.emergencyAccess.listAnnounced(),
    locals.api.consent.listTakenBack(),
    loadMessages(locals.locale),
  ]);
  const names = new Map(caseload.children.map(({ id, givenName }) => [id, givenName]));
  return {
    takenBack: toTakenBackRows(takenBack, (id) => names.get(id), messages, locals.locale),
    emergencies: toAnnouncedRows(announced, messages, locals.locale),
    sections: toCaseload(caseload, messages, locals.locale),
    isEmpty: caseload.children.length === 0,
    hasHandedOver: url.searchParams.has("overlamnat"),
    isBarnkontakt: locals.signedIn?.roles.includes("barnkontakt") ?? false,
    mayRegister:
      locals.signedIn?.roles.some((role) => role === "barnkontakt" || role === "stodsamordnare") ?? false,
  };
};

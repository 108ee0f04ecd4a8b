import { momentText } from "#lib/draft/moment-text.ts";
import { loadMessages } from "#lib/messages/load-messages.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals }) => {
  const [entries, { administration, session }] = await Promise.all([
    locals.api.administration.listLog(),
    loadMessages(locals.locale),
  ]);
  const words = administration.log;
  const verbs: Readonly<Record<string, string>> = words.verbs;
  const roles: Readonly<Record<string, string>> = session.roles;
  return {
    entries: entries.map(({ at, by, verb, subject, fields }, index) => ({
      key: `${at} ${index}`,
      at: momentText(at, locals.locale),
      by,
      what: `${verbs[verb] ?? verb}: ${subject ?? words.gone}`,
      fields: fields.map((field) => roles[field] ?? field).join(", "),
    })),
  };
};

import { momentText } from "#lib/draft/moment-text.ts";
import { loadMessages } from "#lib/messages/load-messages.ts";
import type { PageServerLoad } from "./$types";

/** Whom a seat was for says nothing to the reader. */
const IS_ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

export const load: PageServerLoad = async ({ locals }) => {
  const [entries, { administration, session }] = await Promise.all([
    locals.api.administration.listLog(),
    loadMessages(locals.locale),
  ]);
  const words = administration.log;
  const verbs: Readonly<Record<string, string>> = words.verbs;
  const names: Readonly<Record<string, string>> = { ...session.roles, ...words.fields };
  return {
    entries: entries.map(({ at, by, verb, subject, fields }, index) => ({
      key: `${at} ${index}`,
      at: momentText(at, locals.locale),
      by,
      what: `${verbs[verb] ?? verb}: ${subject ?? words.gone}`,
      fields: fields
        .filter((field) => !IS_ID.test(field))
        .map((field) => names[inCamelCase(field)] ?? names[field] ?? field)
        .join(", "),
    })),
  };
};

/** The log knows some fields by the name of their column. */
function inCamelCase(field: string): string {
  return field.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
}

import { dateText } from "@kompassen/domain/shared";
import { error } from "@sveltejs/kit";
import { loadMessages } from "#lib/messages/load-messages.ts";
import { currentRelations } from "#lib/people/current-relations.ts";
import { findOr404 } from "#lib/server/find-or-404.ts";
import { parseLocale } from "#lib/shared/preferences.ts";

/** What the sheets say of the child; in the language of the address, whatever the reader's own. */
export async function loadPaper(locals: App.Locals, childId: string, url: URL) {
  const language = url.searchParams.has("sprak")
    ? parseLocale(url.searchParams.get("sprak") ?? undefined)
    : locals.locale;
  const [child, { consentPaper, people }] = await Promise.all([
    findOr404(locals.api.people.getChild({ childId })),
    loadMessages(language),
  ]);
  const mayWrite = child.standings.some((one) => one === "barnkontakt" || one === "stodsamordnare");
  if (!mayWrite) error(404);
  const responsible = currentRelations(child, locals.context.today).filter(
    ({ kind }) => kind !== "samtalsledare",
  );
  return {
    language,
    words: consentPaper,
    childId,
    childName: `${child.givenName} ${child.familyName}`,
    givenName: child.givenName,
    guardians: child.guardians.map(({ id, name, relation }) => ({ id, name, relation })),
    contacts: responsible.map(({ name, kind }) => `${name} (${people.relations[kind]})`),
    printedOn: dateText(locals.context.today, language),
  };
}

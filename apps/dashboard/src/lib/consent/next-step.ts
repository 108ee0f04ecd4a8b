import type { Messages } from "#lib/messages/sv/index.ts";
import type { ConsentStepView } from "./to-consent-steps.ts";

/** What the Barnkontakt does next: the first answer that lacks, step by step. */
export type NextConsent = { readonly text: string; readonly href: string | null };

export function nextConsent(steps: readonly ConsentStepView[], words: Messages["consent"]): NextConsent {
  const open = steps.find(({ isCovered, missing }) => !isCovered && missing.length > 0);
  const party = open?.missing[0];
  if (open === undefined || party === undefined) return { text: words.next.done, href: null };
  const step = words.phrases[open.step];
  switch (party.standing) {
    case "asked":
      return { text: words.next.wait(party.name, step), href: party.href };
    case "expired":
      return { text: words.next.renew(party.name, step), href: party.href };
    case "declined":
    case "withdrawn":
      return { text: words.next.refused(party.name, step), href: null };
    case "not_asked":
    case "given":
      return { text: words.next.ask(party.name, step), href: party.href };
  }
}

import type { ChildCard } from "@kompassen/api/people";
import type { Language } from "@kompassen/domain/shared";
import type { DrawingWords } from "#lib/behovskompass/drawing-words.ts";
import type { Messages } from "#lib/messages/sv/index.ts";

/** What the child's page needs to put an answer of the api into words. */
export type PageWords = DrawingWords & { readonly childId: string; readonly page: Messages["childPage"] };

export function toPageWords(child: ChildCard, messages: Messages, language: Language): PageWords {
  return {
    language,
    guardians: child.guardians,
    words: messages.behovskompass,
    childId: child.id,
    page: messages.childPage,
  };
}

/** Addresses of one child's pages; only opaque ids in them. */
export const childPaths = (childId: string) => {
  const base = `/barn/${childId}`;
  return {
    compass: `${base}/behovskompass`,
    supports: `${base}/stod`,
    consent: `${base}/samtycke`,
    details: `${base}/uppgifter`,
    newFollowUp: `${base}/uppfoljning`,
    individualTeam: `${base}/individuellt-barnteam`,
    draft: (draftId: string) => `${base}/uppfoljning/${draftId}`,
    conversation: (compassId: string) => `${base}/samtal/${compassId}`,
    signal: (signalId: string) => `${base}/signal/${signalId}`,
    support: (supportId: string) => `${base}/stod/${supportId}`,
    newSupport: `${base}/stod/nytt`,
    newEvent: `${base}/stod/handelse/ny`,
  };
};

export type ChildPaths = ReturnType<typeof childPaths>;

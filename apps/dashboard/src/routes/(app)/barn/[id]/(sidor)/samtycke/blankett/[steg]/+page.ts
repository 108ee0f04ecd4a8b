import { loadMessages } from "#lib/messages/load-messages.ts";
import type { PageLoad } from "./$types";

/** The sheet speaks the language of its address, not the reader's. */
export const load: PageLoad = async ({ data }) => ({
  ...data,
  words: (await loadMessages(data.language)).consentPaper,
});

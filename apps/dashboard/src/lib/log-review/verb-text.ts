import type { Messages } from "#lib/messages/sv/index.ts";

type Words = Messages["logReview"];

const READS = /^(get|list|find|may)/;
const REFUSED = "refused.";

/** A verb of the log, `behovskompass.getChart`, in plain words; one that has no words is shown as it stands. */
export function verbText(verb: string, words: Words): string {
  const isRefused = verb.startsWith(REFUSED);
  const done = isRefused ? verb.slice(REFUSED.length) : verb;
  const deed = isRefused ? undefined : wordOf(words.deeds, done);
  if (deed !== undefined) return deed;
  const [room = "", name = ""] = done.split(".");
  const what = wordOf(words.rooms, room);
  if (what === undefined) return verb;
  if (READS.test(name)) return isRefused ? words.refusedRead(what) : words.read(what);
  return isRefused ? words.refusedChange(what) : words.changed(what);
}

export function purposeText(purpose: string, words: Words): string {
  return wordOf(words.purposes, purpose) ?? purpose;
}

function wordOf(words: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(words, key) ? words[key] : undefined;
}

import type { Messages } from "#lib/messages/sv/index.ts";

type Words = Messages["logReview"];

const READS = /^(get|list|find)/;

/** A verb of the log, `behovskompass.getChart`, in plain words; one that has no words is shown as it stands. */
export function verbText(verb: string, words: Words): string {
  const [room = "", name = ""] = verb.split(".");
  const what = wordOf(words.rooms, room);
  if (what === undefined) return verb;
  return READS.test(name) ? words.read(what) : words.changed(what);
}

export function purposeText(purpose: string, words: Words): string {
  return wordOf(words.purposes, purpose) ?? purpose;
}

function wordOf(words: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(words, key) ? words[key] : undefined;
}

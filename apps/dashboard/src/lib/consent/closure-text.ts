import type { Closure } from "@kompassen/api/consent";
import { areaName } from "@kompassen/domain/behovskompass";
import { dateText, type Language } from "@kompassen/domain/shared";
import type { Messages } from "#lib/messages/sv/index.ts";

/** What closed, as a sentence for whoever recorded the answer. */
export function closureText(closure: Closure, language: Language, words: Messages["consent"]): string {
  const { closures } = words;
  const day = closure.onDay === null ? "" : dateText(closure.onDay, language);
  switch (closure.kind) {
    case "agenda":
      return closures.agenda(day, closure.teamName ?? "", closure.people ?? 0);
    case "meeting":
      return closures.meeting(day);
    case "team":
      return closures.team(closure.teamName ?? "", closure.people ?? 0);
    case "signal":
      return closures.signal(closure.area === null ? "" : areaName(closure.area, language));
    case "draft":
      return closures.draft;
    case "share":
      return closures.share(day);
  }
}

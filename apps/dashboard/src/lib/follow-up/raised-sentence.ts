import { type Area, areaName } from "@kompassen/domain/behovskompass";
import { type RaisedBy, SIGNALS, signalText } from "@kompassen/domain/follow-up";
import type { Language } from "@kompassen/domain/shared";

/**
 * What is raised in one sentence: "Fritid: ingen tydlig förändring, tankar kvarstår". No change several times in a
 * row says that there is none this time either.
 */
export function raisedSentence(area: Area, raised: readonly RaisedBy[], language: Language): string {
  const given = new Set(raised.flatMap(({ signals }) => signals));
  const told = SIGNALS.filter(
    (kind) => given.has(kind) && !(kind === "stagnation" && given.has("prolonged_stagnation")),
  );
  const words = told.map((kind) => signalText(kind, language).toLowerCase());
  return `${areaName(area, language)}: ${words.join("; ")}`;
}

import type { ConsentBook, ConsentEntry } from "@kompassen/api/consent";
import { areaName } from "@kompassen/domain/behovskompass";
import { dateText, type Language } from "@kompassen/domain/shared";
import type { Messages } from "#lib/messages/sv/index.ts";
import { closureText } from "./closure-text.ts";

export type ConsentHistoryEntry = {
  readonly key: string;
  readonly date: string;
  readonly dateText: string;
  readonly title: string;
  readonly text: string;
  readonly closed: readonly string[];
  /** Null for what is corrected already, and for what a guardian has done by the own login. */
  readonly correctHref: string | null;
};

type Names = {
  readonly childId: string;
  readonly partyOf: (guardianId: string | null) => string;
  readonly unitOf: (unitId: string) => string;
};

/** Every answer, the latest first, with what closed with it. */
export function toConsentHistory(
  { entries, closures }: Pick<ConsentBook, "entries" | "closures">,
  names: Names,
  language: Language,
  words: Messages["consent"],
): ConsentHistoryEntry[] {
  const corrected = new Set(entries.map(({ corrects }) => corrects));
  return entries.toReversed().map((entry) => {
    const isCorrected = corrected.has(entry.id);
    return {
      key: entry.id,
      date: entry.decidedOn,
      dateText: dateText(entry.decidedOn, language),
      title: words.history.entry(
        names.partyOf(entry.guardianId),
        words.states[entry.state],
        words.phrases[entry.step],
      ),
      text: [
        ...(isCorrected ? [words.history.corrected] : []),
        ...factsOf(entry, names, language, words),
      ].join(" · "),
      closed: closures
        .filter(({ consentId }) => consentId === entry.id)
        .map((closure) => closureText(closure, language, words)),
      correctHref:
        isCorrected || entry.isByOwnLogin ? null : `/barn/${names.childId}/samtycke/svar?rattar=${entry.id}`,
    };
  });
}

function factsOf(
  entry: ConsentEntry,
  names: Names,
  language: Language,
  words: Messages["consent"],
): string[] {
  const { history } = words;
  return [
    words.ways[entry.way],
    ...(entry.validTo === null ? [] : [words.until(dateText(entry.validTo, language))]),
    ...(entry.paperLocation === null ? [] : [words.paperAt(entry.paperLocation)]),
    ...(entry.formVersion === null ? [] : [history.form(entry.formVersion)]),
    ...entry.scope.map(({ fromUnitId, toUnitId, areas }) =>
      history.scope(
        names.unitOf(fromUnitId),
        names.unitOf(toUnitId),
        areas.map((area) => areaName(area, language)).join(", "),
      ),
    ),
    ...(entry.correctionReason === null ? [] : [history.corrects(entry.correctionReason)]),
    entry.recordedByName === null ? history.own : history.by(entry.recordedByName),
  ];
}

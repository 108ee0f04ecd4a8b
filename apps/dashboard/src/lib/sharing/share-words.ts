import type { ShareView } from "@kompassen/api/sharing";
import { AREAS, areaName } from "@kompassen/domain/behovskompass";
import { dateText, type Language } from "@kompassen/domain/shared";
import { legalReferenceText } from "@kompassen/domain/sharing";
import type { Messages } from "#lib/messages/sv/index.ts";

export type ShareRow = {
  readonly id: string;
  readonly title: string;
  /** What, from whom, to whom, on what. */
  readonly facts: readonly string[];
  /** The three words, when a person has answered them. */
  readonly why: readonly string[];
  readonly told: string;
  readonly state: ShareView["told"]["state"];
};

type Words = Messages["sharing"];

/** One share as the responsible reads it. */
export function toShareRow(
  share: ShareView,
  language: Language,
  words: Words,
  phrases: Messages["consent"]["phrases"],
): ShareRow {
  const day = dateText(share.sharedOn, language);
  const receivers = [
    ...share.toPeople.map(({ name, title }) => `${name} (${title})`),
    ...(share.toPeople.length === 0 ? share.toUnits : []),
    ...(share.toOther === null ? [] : [share.toOther]),
  ];
  return {
    id: share.id,
    title: `${day}: ${words.ways[share.way]}`,
    facts: [
      whatText(share, language, words),
      words.from(share.fromUnit === null ? share.fromName : `${share.fromName}, ${share.fromUnit}`),
      ...(receivers.length === 0 ? [] : [words.to(receivers.join(", "))]),
      groundText(share, words, phrases),
      ...(share.endedOn !== null
        ? [words.ended(dateText(share.endedOn, language))]
        : share.isLasting
          ? [words.ongoing]
          : []),
    ],
    why: (["necessary", "relevant", "proportionate"] as const).flatMap((word) => {
      const answer = share[word];
      return answer === null ? [] : [`${words.words[word]}: ${answer}`];
    }),
    told: toldText(share, language, words),
    state: share.told.state,
  };
}

function whatText({ areas, fields }: ShareView, language: Language, words: Words): string {
  const names =
    areas.length === AREAS.length ? [words.allAreas] : areas.map((area) => areaName(area, language));
  return [...fields.map((field) => words.fields[field]), ...names].join(", ");
}

function groundText(share: ShareView, words: Words, phrases: Messages["consent"]["phrases"]): string {
  const law = share.legalReference === null ? null : legalReferenceText(share.legalReference);
  const ground =
    share.ground === "consent" && share.groundStep !== null
      ? words.grounds.consent(phrases[share.groundStep])
      : share.ground === "other" || share.ground === "consent"
        ? (share.groundText ?? words.grounds.other)
        : words.grounds[share.ground];
  return law === null ? ground : `${ground}, ${law}`;
}

function toldText({ told }: ShareView, language: Language, words: Words): string {
  switch (told.state) {
    case "to_tell":
      return words.told.to_tell;
    case "told":
      return words.told.told(told.byName ?? "", told.onDay === null ? "" : dateText(told.onDay, language));
    case "withheld":
      return words.told.withheld(told.reviewOn === null ? "" : dateText(told.reviewOn, language));
    case "review_due":
      return words.told.review_due;
  }
}

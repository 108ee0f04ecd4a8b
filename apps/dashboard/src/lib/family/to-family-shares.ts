import type { FamilyShare } from "@kompassen/api/family";
import { AREAS, areaName } from "@kompassen/domain/behovskompass";
import { dateText, type Language } from "@kompassen/domain/shared";
import { legalReferenceText } from "@kompassen/domain/sharing";
import type { Messages } from "#lib/messages/sv/index.ts";

type Words = Messages["family"]["shares"];

/** One share in plain words: what, with whom, by whom and why. */
export function toFamilyShares(shares: readonly FamilyShare[], language: Language, words: Words) {
  return shares.map((share) => ({
    id: share.id,
    title: `${dateText(share.sharedOn, language)}: ${words.ways[share.way]}`,
    facts: [
      { term: words.what, text: whatText(share, language, words) },
      { term: words.to, text: share.to.join("; ") },
      { term: words.from, text: share.from },
      { term: words.why, text: whyText(share, words) },
    ],
    state:
      share.endedOn !== null
        ? words.ended(dateText(share.endedOn, language))
        : share.isLasting
          ? words.ongoing
          : null,
  }));
}

function whatText({ areas, fields }: FamilyShare, language: Language, words: Words): string {
  const names = areas.length === AREAS.length ? [words.all] : areas.map((area) => areaName(area, language));
  return [...fields.map((field) => words.fields[field]), ...names].join(", ");
}

function whyText(share: FamilyShare, words: Words): string {
  const answers = [share.necessary, share.relevant, share.proportionate].flatMap((answer) =>
    answer === null ? [] : [answer.replace(/[.\s]*$/, ".")],
  );
  const law = share.legalReference === null ? null : legalReferenceText(share.legalReference);
  return [
    ...(answers.length === 0 ? [words.whyTeam] : answers),
    words.grounds[share.ground],
    ...(share.groundText === null ? [] : [share.groundText]),
    ...(law === null ? [] : [words.law(law)]),
  ].join(" ");
}

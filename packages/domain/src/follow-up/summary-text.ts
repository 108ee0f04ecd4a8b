import { raterPhrase } from "../behovskompass/index.ts";
import type { Language } from "../shared/index.ts";
import type { ChildSummary, Directions } from "./summarize-child.ts";

/** "Barnets skattning: åt rätt håll i 3 områden, tillbaka i 1". Parts with nothing in them are left out. */
export function summaryText(summary: ChildSummary, language: Language): string {
  const whose = raterPhrase(summary.rater, language);
  const { rightWay, kept, back, notComparable } = summary.directions;
  const words = WORDS[language];
  const parts = [
    [words.rightWay, rightWay.length],
    [words.kept, kept.length],
    [words.back, back.length],
    [words.notComparable, notComparable.length],
  ] as const;
  const [first, ...rest] = parts.filter(([, count]) => count > 0);
  if (first === undefined) return `${capitalize(whose)}: ${words.nothing}`;
  const told = [
    `${first[0]} ${words.areas(first[1])}`,
    ...rest.map(([phrase, count]) => `${phrase} ${count}`),
  ];
  return `${capitalize(whose)}: ${told.join(", ")}`;
}

type Words = Record<keyof Directions | "nothing", string> & { readonly areas: (count: number) => string };

const WORDS: Record<Language, Words> = {
  sv: {
    rightWay: "åt rätt håll i",
    kept: "kvar på samma nivå i",
    back: "tillbaka i",
    notComparable: "går inte att jämföra i",
    nothing: "inget att jämföra ännu",
    areas: (count) => (count === 1 ? "1 område" : `${count} områden`),
  },
  en: {
    rightWay: "the right way in",
    kept: "kept in",
    back: "back in",
    notComparable: "cannot be compared in",
    nothing: "nothing to compare yet",
    areas: (count) => (count === 1 ? "1 area" : `${count} areas`),
  },
};

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

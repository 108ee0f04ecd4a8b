import { compareText, type Language, type LocalText } from "../shared/index.ts";

/** Who rates, in the order raters are always shown. Raters are never averaged with one another. */
export const RATER_KINDS = ["barn", "vardnadshavare", "barnteam", "profession"] as const;

export type RaterKind = (typeof RATER_KINDS)[number];

/**
 * One rater of one child, `barn`, `barnteam`, `vardnadshavare:1` or `profession:bvc`: the suffix tells
 * one guardian from another and one verksamhet from another.
 */
export type RaterKey = string & { readonly __brand: "RaterKey" };

export type Rater = { readonly kind: RaterKind; readonly suffix: string | null };

const SHAPE = /^(?:barn|barnteam|(?:vardnadshavare|profession)(?::[^\p{C}\p{Z}:;,"]{1,64})?)$/u;

const KIND_NAMES: Record<RaterKind, LocalText> = {
  barn: { sv: "barnets skattning", en: "the child's rating" },
  vardnadshavare: { sv: "vårdnadshavarens skattning", en: "the guardian's rating" },
  barnteam: { sv: "barnteamets skattning", en: "the Barnteam's rating" },
  profession: { sv: "verksamhetens skattning", en: "the professional's rating" },
};

export function isRaterKey(text: string): text is RaterKey {
  return SHAPE.test(text);
}

/** @throws RangeError when the text names no rater. */
export function raterKey(text: string): RaterKey {
  if (!isRaterKey(text)) throw new RangeError(`not a rater: ${text}`);
  return text;
}

export function toRaterKey(rater: Rater): RaterKey {
  return raterKey(rater.suffix === null ? rater.kind : `${rater.kind}:${rater.suffix}`);
}

export function parseRater(key: RaterKey): Rater {
  const [name, suffix = null] = key.split(":");
  const kind = RATER_KINDS.find((candidate) => candidate === name);
  if (kind === undefined) throw new RangeError(`not a rater: ${key}`);
  return { kind, suffix };
}

/** Sorts by kind in the model's order, then by suffix. */
export function compareRaters(a: RaterKey, b: RaterKey): number {
  const [raterA, raterB] = [parseRater(a), parseRater(b)];
  const byKind = RATER_KINDS.indexOf(raterA.kind) - RATER_KINDS.indexOf(raterB.kind);
  return byKind === 0 ? compareText(a, b) : byKind;
}

/** "barnets skattning", "vårdnadshavarens skattning (2)", "verksamhetens skattning (bvc)". */
export function raterPhrase(key: RaterKey, language: Language): string {
  const { kind, suffix } = parseRater(key);
  const name = KIND_NAMES[kind][language];
  return suffix === null ? name : `${name} (${suffix})`;
}

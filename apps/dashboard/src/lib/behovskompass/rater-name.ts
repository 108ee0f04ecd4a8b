import { parseRater, type RaterKey } from "@kompassen/domain/behovskompass";
import type { Rater } from "#lib/charts/types.ts";
import type { Messages } from "#lib/messages/sv/index.ts";

type Words = Messages["behovskompass"]["raters"];

/** The guardians of a child by their place in the file: rater `vardnadshavare:1` is the first. */
export type NamedGuardian = { readonly ordinal: number; readonly name: string };

/** Who rates, as it stands inside a sentence: "barnet", "vårdnadshavare Alma", "barnteamet", "BVC". */
export function raterName(key: RaterKey, guardians: readonly NamedGuardian[], words: Words): string {
  const { kind, suffix } = parseRater(key);
  switch (kind) {
    case "barn":
      return words.barn;
    case "barnteam":
      return words.barnteam;
    case "vardnadshavare":
      return words.guardian(givenName(guardians, suffix) ?? suffix ?? "");
    case "profession":
      return suffix === null ? words.profession : (unitKindName(suffix, words) ?? suffix);
  }
}

/** A rater as the charts know it. */
export function toRater(key: RaterKey, guardians: readonly NamedGuardian[], words: Words): Rater {
  return { key, kind: parseRater(key).kind, name: raterName(key, guardians, words) };
}

function givenName(guardians: readonly NamedGuardian[], suffix: string | null): string | undefined {
  return guardians.find(({ ordinal }) => String(ordinal) === suffix)?.name.split(" ")[0];
}

/** In imported files a verksamhet has the file's own word, which is shown as it is. */
function unitKindName(suffix: string, { professions }: Words): string | undefined {
  return Object.entries(professions).find(([kind]) => kind === suffix)?.[1];
}

import { toRaterKey } from "@kompassen/domain/behovskompass";
import type { UnitKind } from "@kompassen/domain/people";
import type { Messages } from "#lib/messages/sv/index.ts";
import type { Option } from "#lib/shared/Select.svelte";

type Words = {
  readonly raters: Messages["draft"]["start"]["raters"];
  readonly professions: Messages["behovskompass"]["raters"]["professions"];
};

/** Who a form can be opened for, in the order raters are always shown. */
export type RaterChoices = {
  readonly guardians: readonly {
    readonly ordinal: number;
    readonly name: string;
    readonly relation: string;
  }[];
  /** The caller's kind of place; null when it is not known. */
  readonly ownVerksamhet: UnitKind | null;
  /** Whoever only holds the conversation with the child fills in the family's forms. */
  readonly seesComparison: boolean;
};

export function toRaterOptions(
  { guardians, ownVerksamhet, seesComparison }: RaterChoices,
  { raters, professions }: Words,
): Option[] {
  const family: Option[] = [
    { value: toRaterKey({ kind: "barn", suffix: null }), label: raters.barn, hint: raters.barnHint },
    ...guardians.map(({ ordinal, name, relation }) => ({
      value: toRaterKey({ kind: "vardnadshavare", suffix: String(ordinal) }),
      label: name,
      hint: raters.guardianHint(relation),
    })),
  ];
  if (!seesComparison) return family;
  const joint: Option = {
    value: toRaterKey({ kind: "barnteam", suffix: null }),
    label: raters.barnteam,
    hint: raters.barnteamHint,
  };
  if (ownVerksamhet === null) return [...family, joint];
  const own: Option = {
    value: toRaterKey({ kind: "profession", suffix: ownVerksamhet }),
    label: raters.profession,
    hint: raters.professionHint(capitalize(professions[ownVerksamhet])),
  };
  return [...family, joint, own];
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

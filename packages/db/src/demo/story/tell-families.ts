import { drawFor } from "../draw.ts";
import { inventFamilyName, inventGivenName } from "../names/invented-name.ts";
import { RELATION_WORDS } from "../words/event-words.ts";
import type { FamilyStory } from "./tell-child.ts";

/** One family: a name, and one or two guardians, the second sometimes with a name of their own. */
export function tellFamily(kommunCode: string, number: number): FamilyStory {
  const draw = drawFor(kommunCode, "family", number);
  const familyName = inventFamilyName(draw);
  const nameOf = (surname: string) => `${inventGivenName(draw)} ${surname}`;
  const first = { ordinal: 1, name: nameOf(familyName), relation: draw.pick(RELATION_WORDS.first) };
  if (draw.chance(0.28)) return { familyName, guardians: [first] };
  const surname = draw.chance(0.35) ? inventFamilyName(draw) : familyName;
  const second = { ordinal: 2, name: nameOf(surname), relation: draw.pick(RELATION_WORDS.second) };
  return { familyName, guardians: [first, second] };
}

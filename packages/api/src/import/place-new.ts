import type { BarnteamAgeGroup } from "@kompassen/domain/people";
import type { LocalDate } from "@kompassen/domain/shared";
import { ageGroupAtEvent } from "@kompassen/domain/stodprocess";
import type { Directory } from "./directory.ts";
import type { NewChild } from "./planned-rows.ts";

/** Where a child that the import adds counts on a day; null for a child that was there before. */
export type PlaceNew = (
  childId: string,
  day: LocalDate,
) => { readonly unitId: string | null; readonly ageGroup: BarnteamAgeGroup } | null;

/**
 * A new child is at one unit from its first day, so the server need not look for it: that takes twice the time of
 * the steps themselves. Children that were there have moved, and are looked up.
 */
export function placesOfNew(
  children: readonly NewChild[],
  { unitKinds }: Pick<Directory, "unitKinds">,
): PlaceNew {
  const byId = new Map(children.map((child) => [child.id, child]));
  return (childId, day) => {
    const child = byId.get(childId);
    const kind = child === undefined ? undefined : unitKinds.get(child.unitId);
    if (child === undefined || kind === undefined) return null;
    const { birthDate, unitId, protectedIdentity } = child;
    return {
      unitId: protectedIdentity === "ingen" ? unitId : null,
      ageGroup: ageGroupAtEvent(birthDate, kind, day),
    };
  };
}

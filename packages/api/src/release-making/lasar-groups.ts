import { BARNTEAM_AGE_GROUPS } from "@kompassen/domain/people";
import { ALL_AGES, type CountedGroup, type ReleasePlace } from "@kompassen/domain/statistics";
import type { Division } from "./hide-shares.ts";

/** A place and an age group together: what a number of a läsår is told of. */
export interface LasarGroup {
  readonly unit: string;
  readonly ageGroup: string;
}

/** Groups of a läsår table, who belongs to each, and which divide which. */
export interface LasarGroups {
  readonly groups: readonly LasarGroup[];
  readonly divisions: readonly Division[];
  /** Every unit, told of or not: what its staff know. */
  readonly units: readonly LasarGroup[];
  readonly groupsOf: (counted: CountedGroup) => readonly string[];
}

export function groupKey({ unit, ageGroup }: LasarGroup): string {
  return JSON.stringify([unit, ageGroup]);
}

/**
 * The kommun as a whole and by age, each område, and each unit where units are asked for.
 * @param places from coarse to fine
 */
export function lasarGroups(places: readonly ReleasePlace[], hasUnits: boolean): LasarGroups {
  const kommun = places.filter(({ level }) => level === "kommun");
  const omraden = places.filter(({ level }) => level === "omrade");
  const units = places.filter(({ level }) => level === "unit");
  const whole = (place: ReleasePlace) => ({ unit: place.code, ageGroup: ALL_AGES });
  const byAge = kommun.flatMap(({ code }) =>
    BARNTEAM_AGE_GROUPS.map((ageGroup) => ({ unit: code, ageGroup })),
  );
  const parents = new Map(places.map(({ code, parent }) => [code, parent]));
  const groups = [
    ...kommun.map(whole),
    ...byAge,
    ...omraden.map(whole),
    ...(hasUnits ? units.map(whole) : []),
  ];
  const top = kommun[0]?.code ?? "";
  const keyOf = (place: ReleasePlace) => groupKey(whole(place));
  return {
    groups,
    divisions: [
      { whole: groupKey({ unit: top, ageGroup: ALL_AGES }), into: byAge.map(groupKey), insiders: [] },
      {
        whole: groupKey({ unit: top, ageGroup: ALL_AGES }),
        into: omraden.map(keyOf),
        insiders: units.map((unit) => ({
          unit: keyOf(unit),
          within: groupKey({ unit: unit.parent ?? top, ageGroup: ALL_AGES }),
        })),
      },
      ...(hasUnits
        ? omraden.map((omrade) => {
            const inside = units.filter(({ parent }) => parent === omrade.code).map(keyOf);
            const insiders = inside.map((unit) => ({ unit, within: unit }));
            return { whole: keyOf(omrade), into: inside, insiders };
          })
        : []),
    ],
    units: units.map(whole),
    groupsOf: ({ unit, ageGroup }) => {
      const omrade = parents.get(unit) ?? null;
      const all = [
        { unit: top, ageGroup: ALL_AGES },
        { unit: top, ageGroup },
        ...(omrade === null ? [] : [{ unit: omrade, ageGroup: ALL_AGES }]),
        { unit, ageGroup: ALL_AGES },
      ];
      return all.map(groupKey);
    },
  };
}

import type { Area, InstrumentId } from "../behovskompass/index.ts";
import type { History } from "./history.ts";

/** An instrument version that a file speaks of, with the statement keys it uses in each area. */
export type UsedVersion = {
  readonly instrument: InstrumentId;
  readonly version: string;
  readonly keys: ReadonlyMap<Area, ReadonlySet<string>>;
};

/** Every version of a file, in the order of its children; a samtalsunderlag has areas without keys. */
export function listVersions(history: History): UsedVersion[] {
  const versions = new Map<string, Omit<UsedVersion, "keys"> & { readonly keys: Map<Area, Set<string>> }>();
  for (const { assessments } of history.children) {
    for (const { instrument, instrumentVersion: version, ratings } of assessments) {
      const id = JSON.stringify([instrument, version]);
      const used = versions.get(id) ?? { instrument, version, keys: new Map<Area, Set<string>>() };
      versions.set(id, used);
      for (const [area, rating] of ratings) {
        const keys = used.keys.get(area) ?? new Set<string>();
        used.keys.set(area, keys);
        if (rating.kind === "statements") for (const key of rating.answers.keys()) keys.add(key);
      }
    }
  }
  return [...versions.values()];
}

import type { Area, Instrument, InstrumentId } from "../behovskompass/index.ts";

/** The statement keys of each instrument version, by area: what a file may speak of. */
export type KnownVersions = ReadonlyMap<InstrumentId, ReadonlyMap<string, KeysByArea>>;

export type KeysByArea = ReadonlyMap<Area, ReadonlySet<string>>;

export function knownVersions(instruments: readonly Instrument[]): KnownVersions {
  const known = new Map<InstrumentId, Map<string, KeysByArea>>();
  for (const { id, version, statements } of instruments) {
    const versions = known.get(id) ?? new Map<string, KeysByArea>();
    const byArea = Map.groupBy(statements, ({ area }) => area);
    const keys = [...byArea].map(([area, group]) => [area, new Set(group.map(({ key }) => key))] as const);
    known.set(id, versions.set(version, new Map(keys)));
  }
  return known;
}

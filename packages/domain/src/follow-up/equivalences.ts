import type { Equivalence, InstrumentId } from "../behovskompass/index.ts";

/** The statement that asks the same thing in the other version; undefined when none is declared. */
export type StatementMap = ReadonlyMap<string, string>;

/** Declared equivalences, ready to look up both ways round. */
export type EquivalenceIndex = ReadonlyMap<string, StatementMap>;

export const NO_EQUIVALENCES: EquivalenceIndex = new Map();

export function indexEquivalences(equivalences: readonly Equivalence[]): EquivalenceIndex {
  const index = new Map<string, Map<string, string>>();
  const declare = (key: string, from: string, to: string) => {
    const statements = index.get(key) ?? new Map<string, string>();
    index.set(key, statements.set(from, to));
  };
  for (const { instrument, fromVersion, toVersion, pairs } of equivalences) {
    for (const { from, to } of pairs) {
      declare(versionsKey(instrument, fromVersion, toVersion), from, to);
      declare(versionsKey(instrument, toVersion, fromVersion), to, from);
    }
  }
  return index;
}

/** Only what is declared between just these two versions; nothing is chained through a third. */
export function statementsBetween(
  index: EquivalenceIndex,
  instrument: InstrumentId,
  fromVersion: string,
  toVersion: string,
): StatementMap {
  return index.get(versionsKey(instrument, fromVersion, toVersion)) ?? new Map();
}

function versionsKey(instrument: InstrumentId, fromVersion: string, toVersion: string): string {
  return JSON.stringify([instrument, fromVersion, toVersion]);
}

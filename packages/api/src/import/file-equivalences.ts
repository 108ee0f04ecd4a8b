import type { Equivalence, InstrumentId } from "@kompassen/domain/behovskompass";
import { candidatesFor, type FormVersion, fileNameOf } from "./form-versions.ts";

/** One stored pair of statements that ask the same thing. */
export interface EquivalencePair {
  readonly instrument: InstrumentId;
  readonly fromVersion: string;
  readonly toVersion: string;
  readonly from: string;
  readonly to: string;
}

/** A file's pairs under the names its versions have here; pairs of statements that no version has say nothing. */
export function toPairs(
  equivalences: readonly Equivalence[],
  versions: readonly FormVersion[],
): EquivalencePair[] {
  return equivalences.flatMap(({ instrument, fromVersion, toVersion, pairs }) =>
    pairs.flatMap(({ from, to }) =>
      namesOf(versions, instrument, fromVersion, from).flatMap((fromName) =>
        namesOf(versions, instrument, toVersion, to).map((toName) => ({
          instrument,
          fromVersion: fromName,
          toVersion: toName,
          from,
          to,
        })),
      ),
    ),
  );
}

/** The names under which a version of a file that has the statement is kept. */
export function namesOf(
  versions: readonly FormVersion[],
  instrument: InstrumentId,
  name: string,
  key: string,
): string[] {
  return candidatesFor(versions, instrument, name)
    .filter(({ layout }) => layout.areas.some(({ keys }) => keys.includes(key)))
    .map(({ layout }) => layout.version);
}

/**
 * A file that has grown by a statement is adopted anew; what it asked before it still asks. Only among versions
 * adopted under one name: a form of another origin may use the same key for something else.
 */
export function sameKeyPairs(
  added: readonly FormVersion[],
  versions: readonly FormVersion[],
): EquivalencePair[] {
  return added
    .filter(({ status }) => status === "without_text")
    .flatMap((version) => {
      const { layout } = version;
      const earlier = versions.filter(
        (other) =>
          other.status === "without_text" &&
          other.layout.version !== layout.version &&
          other.layout.instrument === layout.instrument &&
          fileNameOf(other) === fileNameOf(version),
      );
      return earlier.flatMap((other) =>
        layout.areas.flatMap(({ area, keys }) => {
          const before = other.layout.areas.find((one) => one.area === area)?.keys ?? [];
          return keys
            .filter((key) => before.includes(key))
            .map((key) => ({
              instrument: layout.instrument,
              fromVersion: other.layout.version,
              toVersion: layout.version,
              from: key,
              to: key,
            }));
        }),
      );
    });
}

/** Those that are not declared yet, in either direction. */
export function newPairs(
  pairs: readonly EquivalencePair[],
  stored: readonly EquivalencePair[],
): EquivalencePair[] {
  const known = new Set(stored.flatMap((pair) => [keyOf(pair), keyOf(turned(pair))]));
  return pairs.filter((pair) => {
    const isNew = !known.has(keyOf(pair));
    known.add(keyOf(pair)).add(keyOf(turned(pair)));
    return isNew;
  });
}

export function toEquivalence({
  instrument,
  fromVersion,
  toVersion,
  from,
  to,
}: EquivalencePair): Equivalence {
  return { instrument, fromVersion, toVersion, pairs: [{ from, to }] };
}

function turned({ instrument, fromVersion, toVersion, from, to }: EquivalencePair): EquivalencePair {
  return { instrument, fromVersion: toVersion, toVersion: fromVersion, from: to, to: from };
}

function keyOf({ instrument, fromVersion, toVersion, from, to }: EquivalencePair): string {
  return JSON.stringify([instrument, fromVersion, toVersion, from, to]);
}

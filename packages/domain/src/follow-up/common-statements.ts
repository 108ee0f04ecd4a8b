import { type AreaRating, isValue } from "../behovskompass/index.ts";
import type { CommonStatement } from "./comparison.ts";
import { type EquivalenceIndex, statementsBetween } from "./equivalences.ts";
import type { SeriesEntry } from "./series-entry.ts";

/**
 * The statements answered in both compasses. Within a version a statement is common by its key; between
 * versions only by a declared equivalence, since the same key may ask something else.
 */
export function findCommonStatements(
  previous: SeriesEntry,
  current: SeriesEntry,
  equivalences: EquivalenceIndex,
): CommonStatement[] {
  const answersNow = statementValues(current.rating);
  const isSameVersion = previous.instrumentVersion === current.instrumentVersion;
  const keysNow = isSameVersion
    ? undefined
    : statementsBetween(
        equivalences,
        current.instrument,
        previous.instrumentVersion,
        current.instrumentVersion,
      );
  const common: CommonStatement[] = [];
  for (const [previousKey, before] of statementValues(previous.rating)) {
    const currentKey = keysNow === undefined ? previousKey : keysNow.get(previousKey);
    if (currentKey === undefined) continue;
    const now = answersNow.get(currentKey);
    if (now !== undefined) common.push({ previousKey, currentKey, before, now });
  }
  return common;
}

function statementValues(rating: AreaRating): Map<string, number> {
  const values = new Map<string, number>();
  if (rating.kind === "single") return values;
  for (const [key, answer] of rating.answers) if (isValue(answer)) values.set(key, answer);
  return values;
}

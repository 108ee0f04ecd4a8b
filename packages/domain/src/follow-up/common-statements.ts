import { type Answer, isValue } from "../behovskompass/index.ts";
import type { CommonStatement } from "./comparison.ts";
import type { StatementMap } from "./equivalences.ts";

type StatementAnswers = ReadonlyMap<string, Answer>;

/**
 * The statements answered in both compasses. Within a version a statement is common by its key; between
 * versions only by a declared equivalence, since the same key may ask something else.
 * @param mapped keys before to keys now; null within a version
 */
export function findCommonStatements(
  previous: StatementAnswers,
  current: StatementAnswers,
  mapped: StatementMap | null,
): CommonStatement[] {
  const keys = mapped === null ? [...previous.keys()].map((key) => [key, key] as const) : [...mapped];
  return keys.flatMap(([previousKey, currentKey]) => {
    const [before, now] = [previous.get(previousKey), current.get(currentKey)];
    return isValue(before) && isValue(now) ? [{ previousKey, currentKey, before, now }] : [];
  });
}

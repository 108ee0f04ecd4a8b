import { caseNumberOf } from "@kompassen/domain/people";
import type { ImportContext } from "./import-request.ts";
import type { NewChild } from "./planned-rows.ts";

/**
 * A case number for each new child. Two ids in a large file may come to the same number, or to one that is taken:
 * then another is drawn.
 */
export async function drawCaseNumbers(
  { tx }: ImportContext,
  children: readonly NewChild[],
  newId: () => string,
): Promise<Map<string, string>> {
  const drawn = new Map<string, string>();
  const taken = new Set<string>();
  let waiting = children.map(({ id }) => ({ id, seed: id }));
  while (waiting.length > 0) {
    const candidates = waiting.map(({ id, seed }) => ({ id, caseNumber: caseNumberOf(seed) }));
    const stored = await tx.sql<{ caseNumber: string }[]>`
      select case_number as "caseNumber" from child
       where kommun_code = kompass.kommun() and case_number = any(${candidates.map((one) => one.caseNumber)}::text[])`;
    for (const { caseNumber } of stored) taken.add(caseNumber);
    const again = candidates.filter(({ id, caseNumber }) => {
      const isFree = !taken.has(caseNumber);
      if (isFree) drawn.set(id, caseNumber);
      taken.add(caseNumber);
      return !isFree;
    });
    waiting = again.map(({ id }) => ({ id, seed: newId() }));
  }
  return drawn;
}

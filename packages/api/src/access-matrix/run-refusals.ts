import { openTestDatabase } from "@kompassen/db/testing";
import { todayInSweden } from "@kompassen/domain/shared";
import { arrangeMatrix } from "./arrange-matrix.ts";
import { compareRefusals, type RefusalComparison } from "./compare-refusals.ts";

/** How far apart the times of two kinds of refusals may lie. */
const MOST_APART = 0.06;

export interface RefusalResult {
  readonly seconds: number;
  readonly comparisons: readonly RefusalComparison[];
  readonly isIndistinguishable: boolean;
}

/** `node packages/api/src/access-matrix/run-refusals.ts [calls]`, as JSON. Ends with 1 when refusals can be told apart. */
export async function runRefusals(calls: number): Promise<RefusalResult> {
  const startedAt = performance.now();
  const database = await openTestDatabase();
  try {
    const now = new Date();
    const today = todayInSweden(now);
    const set = (await arrangeMatrix(database, today, ["stodsamordnare"])).get("stodsamordnare");
    if (set === undefined) throw new Error("not arranged");
    const comparisons = await compareRefusals({ database, set, now, today }, calls);
    return {
      seconds: (performance.now() - startedAt) / 1000,
      comparisons,
      isIndistinguishable: comparisons.every(
        ({ isSameBody, isSameStatus, distance }) => isSameBody && isSameStatus && distance <= MOST_APART,
      ),
    };
  } finally {
    await database.close();
  }
}

if (import.meta.main) {
  const result = await runRefusals(Number(process.argv[2] ?? "2000"));
  console.log(JSON.stringify(result, null, 1));
  if (!result.isIndistinguishable) process.exitCode = 1;
}

import { openTestDatabase } from "@kompassen/db/testing";
import { todayInSweden } from "@kompassen/domain/shared";
import { appRouter, createCaller } from "../router.ts";
import { arrangeMatrix } from "./arrange-matrix.ts";
import { type FuzzResult, fuzzProcedures } from "./fuzz-procedures.ts";
import { matrixRouter } from "./matrix-router.ts";

/** Roles that are asked as; what reviewers and keepers may list by case number is the matrix's to hold. */
export const FUZZED_ROLES = [
  null,
  "barnkontakt",
  "stodsamordnare",
  "samtalsledare",
  "teammedlem",
  "styrgrupp",
] as const;

/** `node packages/api/src/access-matrix/run-fuzz.ts [inputs] [seed]`, as JSON. Ends with 1 when anything leaks. */
export async function runFuzz({ inputs, seed }: { inputs: number; seed: number }): Promise<FuzzResult> {
  const database = await openTestDatabase();
  try {
    const now = new Date();
    const today = todayInSweden(now);
    const sets = await arrangeMatrix(database, today, FUZZED_ROLES);
    const router = matrixRouter(appRouter, createCaller);
    return await fuzzProcedures({ router, database, sets, now, today }, inputs, seed);
  } finally {
    await database.close();
  }
}

if (import.meta.main) {
  const [inputs = "100000", seed = "1"] = process.argv.slice(2);
  const { leaks, answers, ...result } = await runFuzz({ inputs: Number(inputs), seed: Number(seed) });
  const rows = leaks.slice(0, 50);
  console.log(
    JSON.stringify({ ...result, leaks: leaks.length, rows, answers: Object.fromEntries(answers) }, null, 1),
  );
  if (leaks.length > 0) process.exitCode = 1;
}

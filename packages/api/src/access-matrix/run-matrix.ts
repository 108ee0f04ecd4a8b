import { registerHooks } from "node:module";
import { openTestDatabase } from "@kompassen/db/testing";
import { todayInSweden } from "@kompassen/domain/shared";
import { arrangeMatrix } from "./arrange-matrix.ts";
import { checkAccess, type MatrixResult } from "./check-access.ts";
import { listCells } from "./list-cells.ts";
import { matrixRouter } from "./matrix-router.ts";

/**
 * `node packages/api/src/access-matrix/run-matrix.ts [--api-lock-off]`: the whole matrix on a database of its own,
 * as JSON `{cells, wrong, seconds, locks, rows}`. Ends with 1 when a cell is wrong.
 */
export async function runMatrix({ isApiLockOff }: { isApiLockOff: boolean }): Promise<MatrixResult> {
  if (isApiLockOff) switchApiLockOff();
  const { appRouter, createCaller } = await import("../router.ts");
  const database = await openTestDatabase();
  try {
    const now = new Date();
    const today = todayInSweden(now);
    const sets = await arrangeMatrix(database, today);
    const locks = isApiLockOff ? "database_alone" : "both";
    const router = matrixRouter(appRouter, createCaller);
    return await checkAccess({ router, locks, databases: database, sets, now, today }, listCells());
  } finally {
    await database.close();
  }
}

const ACCESS = new URL("../access/index.ts", import.meta.url).href;
const OPEN = new URL("./api-lock-off.ts", import.meta.url).href;

/** From now on whoever imports the room `access` gets the one that lets everybody in. */
function switchApiLockOff(): void {
  registerHooks({
    resolve: (specifier, context, next) => {
      const resolved = next(specifier, context);
      return resolved.url === ACCESS && context.parentURL !== OPEN ? { ...resolved, url: OPEN } : resolved;
    },
  });
}

if (import.meta.main) {
  const result = await runMatrix({ isApiLockOff: process.argv.includes("--api-lock-off") });
  console.log(JSON.stringify({ ...result, wrong: result.wrong.length, rows: result.wrong }, null, 1));
  if (result.wrong.length > 0) process.exitCode = 1;
}

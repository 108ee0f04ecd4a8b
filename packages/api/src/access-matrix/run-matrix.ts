import { registerHooks } from "node:module";
import { openTestDatabase } from "@kompassen/db/testing";
import { todayInSweden } from "@kompassen/domain/shared";
import type { MatrixResult } from "./check-access.ts";

/**
 * `node packages/api/src/access-matrix/run-matrix.ts [--api-lock-off]`: the whole matrix on a database of its own,
 * as JSON `{cells, wrong, seconds, locks, rows}`. Ends with 1 when a cell is wrong. Nothing that opens the room
 * `access` may be loaded before its lock is switched off: it is loaded here, and not above.
 */
export async function runMatrix({ isApiLockOff }: { isApiLockOff: boolean }): Promise<MatrixResult> {
  if (isApiLockOff) await switchApiLockOff();
  const { appRouter, createCaller } = await import("../router.ts");
  const { arrangeMatrix } = await import("./arrange-matrix.ts");
  const { checkAccess } = await import("./check-access.ts");
  const { listCells } = await import("./list-cells.ts");
  const { matrixRouter } = await import("./matrix-router.ts");
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

/** From now on whoever loads the room `access` gets the one that lets everybody in. */
async function switchApiLockOff(): Promise<void> {
  registerHooks({
    resolve: (specifier, context, next) => {
      const resolved = next(specifier, context);
      return resolved.url === ACCESS && context.parentURL !== OPEN ? { ...resolved, url: OPEN } : resolved;
    },
  });
  const [loaded, open] = await Promise.all([import("../access/index.ts"), import("./api-lock-off.ts")]);
  if (loaded.authorizeChild !== open.authorizeChild) throw new Error("the api's lock is still on");
}

if (import.meta.main) {
  const result = await runMatrix({ isApiLockOff: process.argv.includes("--api-lock-off") });
  console.log(JSON.stringify({ ...result, wrong: result.wrong.length, rows: result.wrong }, null, 1));
  if (result.wrong.length > 0) process.exitCode = 1;
}

import { openTestDatabase } from "@kompassen/db/testing";
import { tamperWithLog } from "../src/audit/tampering.test-support.ts";

/** `node packages/api/attack/tamper.ts [1000]`: prints the result as JSON; fails when one tampering was not found. */
const tamperings = Number(process.argv[2] ?? 1000);
const database = await openTestDatabase();
try {
  const result = await tamperWithLog({ database, tamperings, seed: 1 });
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  process.exitCode = result.found === tamperings && result.untouchedFaults === 0 ? 0 : 1;
} finally {
  await database.close();
}

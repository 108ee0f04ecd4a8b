import type { Database } from "../connection/index.ts";
import { ALVHAMRA } from "./places/alvhamra.ts";
import { GRANVALA } from "./places/granvala.ts";

/**
 * Whether neither invented kommun is there yet.
 * @param database as the role `kompass_job`, which reaches one kommun at a time
 */
export async function isDemoMissing(database: Database): Promise<boolean> {
  for (const { code } of [ALVHAMRA, GRANVALA]) {
    const found = await database.transaction(
      { type: "system", kommunCode: code, job: "demo" },
      ({ sql }) => sql`select 1 from kommun where kommun_code = ${code}`,
    );
    if (found.length > 0) return false;
  }
  return true;
}

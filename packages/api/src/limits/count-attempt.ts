import { createHash } from "node:crypto";
import type { Database } from "@kompassen/db";
import { KompassError } from "../errors/index.ts";
import type { Allowance } from "./call-counter.ts";

/**
 * Counts one attempt at something sensitive in the database, so that several servers count together. When the count
 * cannot be kept, the attempt is not let through either.
 * @param key what is tried and by whom; stored as a hash, and let go an hour after its time
 * @throws KompassError `too_many_requests` with the seconds to wait
 */
export async function countAttempt(
  database: Database,
  key: string,
  { most, seconds }: Allowance,
): Promise<void> {
  const hash = createHash("sha256").update(key).digest("hex");
  const [row] = await database.sql<{ count: number; wait: number }[]>`
    with old as (
      delete from attempt_count where key_hash in (
        select key_hash from attempt_count where ends_at < now() - interval '1 hour' and key_hash <> ${hash}
         limit 100 for update skip locked))
    insert into attempt_count as a (key_hash, count, ends_at)
    values (${hash}, 1, now() + make_interval(secs => ${seconds}))
    on conflict (key_hash) do update
      set count = case when a.ends_at <= now() then 1 else a.count + 1 end,
          ends_at = case when a.ends_at <= now() then excluded.ends_at else a.ends_at end
    returning count, greatest(1, ceil(extract(epoch from ends_at - now())))::int as wait`;
  if (row === undefined || row.count > most) {
    throw new KompassError("too_many_requests", { retryAfter: row?.wait ?? seconds });
  }
}

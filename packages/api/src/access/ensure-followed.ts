import type { ActorTransaction } from "@kompassen/db";
import { KompassError } from "../errors/index.ts";

/**
 * Nothing new is begun about a child whose follow-up has ended: it is taken up again first.
 * @throws KompassError `closed` with `child_closed`
 */
export async function ensureFollowed({ sql }: ActorTransaction, childId: string): Promise<void> {
  const closed = await sql`
    select 1 from child where kommun_code = kompass.kommun() and id = ${childId} and closed_on is not null`;
  if (closed.length > 0) throw new KompassError("closed", { reason: "child_closed" });
}

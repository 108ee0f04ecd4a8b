import type { ActorTransaction } from "@kompassen/db";
import type { DraftSummary } from "./draft.ts";

/** Every release asked for, the newest first. @param draftId one alone */
export async function listDrafts({ sql }: ActorTransaction, draftId?: string): Promise<DraftSummary[]> {
  return await sql<DraftSummary[]>`
    select d.id, d.state, d.periods, d.release_id as "releaseId", d.seconds, d.sha256, d.audit, d.failure,
           (d.requested_at at time zone 'Europe/Stockholm')::date::text as "requestedOn",
           (d.decided_at at time zone 'Europe/Stockholm')::date::text as "decidedOn",
           r.given_name || ' ' || r.family_name as "requestedBy",
           c.given_name || ' ' || c.family_name as "decidedBy",
           d.state = 'draft' and d.requested_by::text is distinct from current_setting('kompass.actor') as "mayApprove"
      from sealed.release_draft d
      left join person r on r.kommun_code = d.kommun_code and r.id = d.requested_by
      left join person c on c.kommun_code = d.kommun_code and c.id = d.decided_by
     where d.kommun_code = kompass.kommun() ${draftId === undefined ? sql`` : sql`and d.id = ${draftId}`}
     order by d.requested_at desc`;
}

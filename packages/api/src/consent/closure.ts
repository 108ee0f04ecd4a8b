import type { ActorTransaction } from "@kompassen/db";
import type { TeamKind } from "@kompassen/domain/barnteam";
import type { Area } from "@kompassen/domain/behovskompass";
import type { LocalDate } from "@kompassen/domain/shared";

/** Something that closed with an answer, in the same transaction. */
export interface Closure {
  readonly consentId: string;
  readonly kind: "agenda" | "meeting" | "team" | "signal" | "draft" | "share";
  /** The day of the meeting, of the form, or when the share began. */
  readonly onDay: LocalDate | null;
  readonly teamKind: TeamKind | null;
  readonly teamName: string | null;
  readonly area: Area | null;
  /** How many no longer see the child. */
  readonly people: number | null;
}

/** Lets what hangs on the answers close now instead of at the end of the transaction, and reads what did. */
export async function closeNow(
  { sql }: ActorTransaction,
  childId: string,
  consentIds: readonly string[],
): Promise<Closure[]> {
  await sql`set constraints consent_closes, consent_scope_closes immediate`;
  await sql`set constraints consent_closes, consent_scope_closes deferred`;
  return (await listClosures({ sql }, childId)).filter(({ consentId }) => consentIds.includes(consentId));
}

/** All that has closed by answers about the child, the latest answer last. */
export async function listClosures(
  { sql }: Pick<ActorTransaction, "sql">,
  childId: string,
): Promise<Closure[]> {
  return await sql<Closure[]>`
    select x.consent_id as "consentId", x.kind, x.on_day::text as "onDay", x.team_kind as "teamKind",
           x.team_name as "teamName", x.area, x.people
      from consent_closure x join consent c on c.kommun_code = x.kommun_code and c.id = x.consent_id
     where x.kommun_code = kompass.kommun() and x.child_id = ${childId}
     order by c.recorded_at, x.consent_id, x.ordinal`;
}

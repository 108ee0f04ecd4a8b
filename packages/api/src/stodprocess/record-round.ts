import type { ActorTransaction } from "@kompassen/db";
import type { LocalDate } from "@kompassen/domain/shared";

/**
 * Keeps that a round has been handed in, when its first rater does so: the child's first compass, or a follow-up
 * when something has been handed in in another round. A round that was only opened counts for nothing. Sent at once.
 */
export async function recordRound(
  { sql }: ActorTransaction,
  round: {
    readonly childId: string;
    readonly compassId: string;
    readonly assessedOn: string;
    readonly today: LocalDate;
  },
): Promise<void> {
  const { childId, compassId, assessedOn, today } = round;
  await sql`select kompass.record_round(${childId}, ${compassId}, ${assessedOn}, ${today})`.execute();
}

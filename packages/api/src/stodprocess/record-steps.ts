import type { ActorTransaction } from "@kompassen/db";
import type { LocalDate } from "@kompassen/domain/shared";
import type { ProcessStepKind } from "@kompassen/domain/stodprocess";

export interface Step {
  readonly childId: string;
  readonly kind: ProcessStepKind;
  readonly detail?: string | null;
  /** Days: when it is written down, and when it happened. */
  readonly registeredOn: LocalDate;
  readonly occurredOn: LocalDate;
}

/**
 * Keeps that something happened to a child, once for each event (round, signal, closing) it comes of: told again
 * it is the same row. Sent at once, in the transaction of the event; unit and age group are those of the day.
 */
export async function recordSteps(
  tx: ActorTransaction,
  { childId, kind, detail = null, registeredOn, occurredOn }: Step,
  eventIds: readonly string[],
): Promise<void> {
  if (eventIds.length === 0) return;
  await tx.sql`
    insert into process_step (kommun_code, child_id, kind, id, detail, unit_id, age_group, registered_on, occurred_on, source)
    select kompass.kommun(), ${childId}, ${kind}, event.id, ${detail}, place.unit_id, place.age_group,
           ${registeredOn}, ${occurredOn}, 'app'
      from unnest(${[...eventIds]}::uuid[]) as event (id)
      cross join kompass.place_at_event(${childId}, ${occurredOn}) place
    on conflict do nothing`.execute();
}

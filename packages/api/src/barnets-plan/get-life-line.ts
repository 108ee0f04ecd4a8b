import type { ActorTransaction } from "@kompassen/db";
import type { SupportKind, SupportStatus } from "@kompassen/domain/barnets-plan";
import type { Area } from "@kompassen/domain/behovskompass";
import type { LocalDate } from "@kompassen/domain/shared";
import type { AuthorizedChild } from "../access/index.ts";
import type { ActorContext } from "../context/index.ts";

export interface SupportView {
  readonly id: string;
  readonly area: Area;
  readonly kind: SupportKind;
  readonly description: string;
  readonly givenBy: string;
  readonly status: SupportStatus;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate | null;
  readonly version: number;
}

export interface LifeEventView {
  readonly id: string;
  readonly happenedOn: LocalDate;
  readonly description: string;
  readonly version: number;
}

export interface LifeLine {
  readonly supports: readonly SupportView[];
  readonly events: readonly LifeEventView[];
}

/** The supports and events of a child, in order of time. Holds no score, so it is open also while a form is. */
export function getLifeLine({ tx }: ActorContext, { childId }: AuthorizedChild): Promise<LifeLine> {
  return loadLifeLine(tx, childId);
}

export async function loadLifeLine({ sql }: ActorTransaction, childId: string): Promise<LifeLine> {
  const [supports, events] = await Promise.all([
    sql<SupportView[]>`
      select id, area, kind, description, given_by as "givenBy", status, starts_on::text as "startsOn",
             ends_on::text as "endsOn", version
        from support where kommun_code = kompass.kommun() and child_id = ${childId} order by starts_on, area`,
    sql<LifeEventView[]>`
      select id, happened_on::text as "happenedOn", description, version from life_event
       where kommun_code = kompass.kommun() and child_id = ${childId} order by happened_on`,
  ]);
  return { supports, events };
}

import type { RaterKey } from "@kompassen/domain/behovskompass";
import type { UnitKind } from "@kompassen/domain/people";
import { addDays, type LocalDate } from "@kompassen/domain/shared";
import type { AuthorizedChild } from "../access/index.ts";
import type { ActorContext } from "../context/index.ts";
import { findOwnVerksamhet } from "./find-own-verksamhet.ts";

/** A round that is still being gathered: raters may join it. */
export interface OpenRound {
  readonly compassId: string;
  readonly kind: "first" | "follow_up";
  readonly openedOn: LocalDate;
  /**
   * Who has handed in. Not told while the caller has an uninfluenced form open: then it is empty. A samtalsledare is
   * told of the child and its guardians alone.
   */
  readonly handedIn: readonly RaterKey[];
  /** Forms that are open and that the caller may see. */
  readonly beingFilledIn: readonly RaterKey[];
}

export interface FollowUpChoices {
  readonly rounds: readonly OpenRound[];
  /** Whether the child has any round: the next one is then a follow-up. */
  readonly hasRounds: boolean;
  /** The kind of place the caller works at, which rates as a series of its own. */
  readonly ownVerksamhet: UnitKind | null;
}

/** A round gathers its raters within two months: after that a new one is begun. */
const JOINABLE_FOR_DAYS = 60;

/** What a new form can belong to. Holds no score. */
export async function listRounds(ctx: ActorContext, { childId }: AuthorizedChild): Promise<FollowUpChoices> {
  const { tx, signedIn, today } = ctx;
  const { sql } = tx;
  const [rounds, any, ownVerksamhet] = await Promise.all([
    sql<OpenRound[]>`
      select c.id as "compassId", c.kind, c.opened_on::text as "openedOn",
             array(select said.rater from kompass.raters_of(${childId}) said where said.compass_id = c.id) as "handedIn",
             array(select d.rater from draft d
                    where d.kommun_code = c.kommun_code and d.compass_id = c.id) as "beingFilledIn"
        from compass c
       where c.kommun_code = ${signedIn.kommunCode} and c.child_id = ${childId}
         and (c.opened_on >= ${addDays(today, -JOINABLE_FOR_DAYS)}
              or exists (select 1 from draft d where d.kommun_code = c.kommun_code and d.compass_id = c.id))
       order by c.opened_on desc`,
    sql`select 1 from compass where kommun_code = ${signedIn.kommunCode} and child_id = ${childId} limit 1`,
    findOwnVerksamhet(ctx),
  ]);
  return { rounds, hasRounds: any.length > 0, ownVerksamhet };
}

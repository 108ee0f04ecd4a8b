import {
  CONSENT_STEPS,
  type ConsentRecord,
  type ConsentStep,
  type ConsentWay,
  suggestsAskingChild,
} from "@kompassen/domain/consent";
import type { LocalDate } from "@kompassen/domain/shared";
import type { AuthorizedChild } from "../access/index.ts";
import type { ActorContext } from "../context/index.ts";
import { type Closure, listClosures } from "./closure.ts";

/** An answer as it was recorded, with by whom and where its paper lies. */
export interface ConsentEntry extends ConsentRecord {
  /** Done by the guardian, signed in: not to be corrected by anybody else. */
  readonly isByOwnLogin: boolean;
  readonly paperLocation: string | null;
  readonly way: ConsentWay;
  readonly formVersion: string | null;
  readonly correctionReason: string | null;
  /** Null when a guardian took it back by the own login. */
  readonly recordedByName: string | null;
  readonly recordedAt: string;
}

/** Whether the child is asked itself, as somebody decided it. */
export interface ChildAsked {
  readonly step: ConsentStep;
  readonly isAsked: boolean;
  readonly reason: string;
  readonly decidedOn: LocalDate;
}

export interface ConsentBook {
  /** In the order they were recorded. */
  readonly entries: readonly ConsentEntry[];
  readonly asked: readonly ChildAsked[];
  readonly suggestsAskingChild: boolean;
  readonly coveredSteps: readonly ConsentStep[];
  /** The latest word of the child on who sees its ratings. */
  readonly agreements: readonly { readonly guardianId: string; readonly isAgreed: boolean }[];
  readonly closures: readonly Closure[];
}

/** Every answer that has been given about the child, what closed with it, and where each step stands today. */
export async function getConsents(
  { tx, today }: ActorContext,
  { childId }: AuthorizedChild,
): Promise<ConsentBook> {
  const { sql } = tx;
  const [entries, asked, covered, agreements, closures, children] = await Promise.all([
    sql<ConsentEntry[]>`
      select c.id, c.step, c.guardian_id as "guardianId", c.state, c.decided_on::text as "decidedOn",
             c.valid_to::text as "validTo", c.corrects, c.paper_location as "paperLocation", c.way,
             c.recorded_by_guardian is not null as "isByOwnLogin",
             c.form_version as "formVersion", c.correction_reason as "correctionReason", c.recorded_at as "recordedAt",
             p.given_name || ' ' || p.family_name as "recordedByName",
             coalesce((select json_agg(json_build_object('fromUnitId', s.from_unit_id, 'toUnitId', s.to_unit_id,
                                                         'areas', s.areas) order by s.from_unit_id, s.to_unit_id)
                         from consent_scope s where s.kommun_code = c.kommun_code and s.consent_id = c.id), '[]') as scope
        from consent c left join person p on p.kommun_code = c.kommun_code and p.id = c.recorded_by
       where c.kommun_code = kompass.kommun() and c.child_id = ${childId} order by c.recorded_at, c.id`,
    sql<ChildAsked[]>`
      select distinct on (step) step, is_asked as "isAsked", reason, decided_on::text as "decidedOn" from child_asked
       where kommun_code = kompass.kommun() and child_id = ${childId}
       order by step, decided_on desc, recorded_at desc, id desc`,
    sql<{ step: ConsentStep }[]>`
      select step from unnest(${[...CONSENT_STEPS]}::text[]) step
       where kompass.is_covered_by_consent(${childId}, step, ${today})`,
    sql<{ guardianId: string; isAgreed: boolean }[]>`
      select distinct on (guardian_id) guardian_id as "guardianId", is_agreed as "isAgreed" from compass_agreement
       where kommun_code = kompass.kommun() and child_id = ${childId}
       order by guardian_id, decided_on desc, recorded_at desc, id desc`,
    listClosures(tx, childId),
    sql<{ birthDate: LocalDate | null }[]>`
      select birth_date::text as "birthDate" from child where kommun_code = kompass.kommun() and id = ${childId}`,
  ]);
  return {
    entries,
    asked,
    suggestsAskingChild: suggestsAskingChild(children[0]?.birthDate ?? null, today),
    coveredSteps: covered.map(({ step }) => step),
    agreements,
    closures,
  };
}

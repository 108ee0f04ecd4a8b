import type { Area } from "@kompassen/domain/behovskompass";
import type { ConsentStep } from "@kompassen/domain/consent";
import type { LocalDate } from "@kompassen/domain/shared";
import {
  type SharedField,
  type SharingGround,
  type SharingWay,
  type ToldState,
  toldState,
  type WithheldThing,
} from "@kompassen/domain/sharing";
import type { AuthorizedChild } from "../access/index.ts";
import type { ActorContext } from "../context/index.ts";

export interface ShareView {
  readonly id: string;
  readonly sharedOn: LocalDate;
  readonly way: SharingWay;
  readonly areas: readonly Area[];
  readonly fields: readonly SharedField[];
  readonly fromName: string;
  readonly fromUnit: string | null;
  readonly toPeople: readonly { readonly name: string; readonly title: string }[];
  readonly toUnits: readonly string[];
  readonly toOther: string | null;
  readonly necessary: string | null;
  readonly relevant: string | null;
  readonly proportionate: string | null;
  readonly ground: SharingGround;
  readonly groundStep: ConsentStep | null;
  readonly legalReference: string | null;
  readonly groundText: string | null;
  readonly isLasting: boolean;
  readonly endedOn: LocalDate | null;
  readonly told: {
    readonly state: ToldState;
    readonly onDay: LocalDate | null;
    readonly byName: string | null;
    readonly reason: string | null;
    readonly reviewOn: LocalDate | null;
  };
}

export interface WithheldView {
  readonly id: string;
  readonly guardianId: string;
  readonly thing: WithheldThing;
  readonly thingId: string;
  readonly reason: string;
  readonly reviewOn: LocalDate;
  readonly isDue: boolean;
  readonly setByName: string;
  readonly setOn: LocalDate;
}

export interface ShareBook {
  /** The latest first. */
  readonly shares: readonly ShareView[];
  /** What runs now, the nearest review first. */
  readonly withheld: readonly WithheldView[];
  /** The rounds whose ratings and conversation can be withheld, the latest first. */
  readonly rounds: readonly { readonly compassId: string; readonly openedOn: LocalDate }[];
}

type ShareRow = Omit<ShareView, "told"> & {
  readonly toldState: "told" | "withheld" | null;
  readonly toldOn: LocalDate | null;
  readonly toldBy: string | null;
  readonly toldReason: string | null;
  readonly reviewOn: LocalDate | null;
};

/** All that has been shared about the child, what the family knows of it, and what is kept from whom. */
export async function listShares(
  { tx, today }: ActorContext,
  { childId }: AuthorizedChild,
): Promise<ShareBook> {
  const { sql } = tx;
  const [rows, withheld, rounds] = await Promise.all([
    sql<ShareRow[]>`
      select s.id, s.shared_on::text as "sharedOn", s.way, s.areas, s.fields,
             f.given_name || ' ' || f.family_name as "fromName", fu.name as "fromUnit",
             coalesce((select json_agg(json_build_object('name', p.given_name || ' ' || p.family_name, 'title', p.title)
                                       order by p.family_name, p.given_name, p.id)
                         from person p where p.kommun_code = s.kommun_code and p.id = any(s.to_person_ids)), '[]') as "toPeople",
             array(select u.name from unit u where u.kommun_code = s.kommun_code and u.id = any(s.to_unit_ids)
                    order by u.name) as "toUnits",
             s.to_other as "toOther", s.necessary, s.relevant, s.proportionate, s.ground, s.ground_step as "groundStep",
             s.legal_reference as "legalReference", s.ground_text as "groundText", s.is_lasting as "isLasting",
             s.ended_on::text as "endedOn", t.state as "toldState", t.on_day::text as "toldOn",
             t.by_name as "toldBy", t.reason as "toldReason", t.review_on::text as "reviewOn"
        from sharing s
        join person f on f.kommun_code = s.kommun_code and f.id = s.from_person_id
        left join unit fu on fu.kommun_code = s.kommun_code and fu.id = s.from_unit_id
        left join lateral (
          select w.state, w.on_day, w.reason, w.review_on, p.given_name || ' ' || p.family_name as by_name
            from sharing_told w join person p on p.kommun_code = w.kommun_code and p.id = w.recorded_by
           where w.kommun_code = s.kommun_code and w.sharing_id = s.id
           order by w.recorded_at desc, w.id desc limit 1) t on true
       where s.kommun_code = kompass.kommun() and s.child_id = ${childId}
       order by s.shared_on desc, s.recorded_at desc, s.id`,
    sql<Omit<WithheldView, "isDue">[]>`
      select w.id, w.guardian_id as "guardianId", w.thing, w.thing_id as "thingId", w.reason,
             w.review_on::text as "reviewOn", p.given_name || ' ' || p.family_name as "setByName",
             (w.set_at at time zone 'Europe/Stockholm')::date::text as "setOn"
        from withheld w join person p on p.kommun_code = w.kommun_code and p.id = w.set_by
       where w.kommun_code = kompass.kommun() and w.child_id = ${childId} and w.lifted_on is null
       order by w.review_on, w.set_at, w.id`,
    sql<{ compassId: string; openedOn: LocalDate }[]>`
      select id as "compassId", opened_on::text as "openedOn" from compass
       where kommun_code = kompass.kommun() and child_id = ${childId} order by opened_on desc, id`,
  ]);
  return {
    shares: rows.map((row) => toShare(row, today)),
    rounds,
    withheld: withheld.map((one) => ({ ...one, isDue: one.reviewOn <= today })),
  };
}

function toShare(row: ShareRow, today: LocalDate): ShareView {
  const { toldState: state, toldOn, toldBy, toldReason, reviewOn, ...share } = row;
  const word = state === null ? null : { state, reviewOn };
  return {
    ...share,
    told: { state: toldState(word, today), onDay: toldOn, byName: toldBy, reason: toldReason, reviewOn },
  };
}

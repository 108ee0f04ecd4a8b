import {
  type HandOverState,
  type SuccessorReason,
  suggestSuccessors,
  type UnitKind,
} from "@kompassen/domain/people";
import type { LocalDate } from "@kompassen/domain/shared";
import type { AuthorizedChild } from "../access/index.ts";
import type { ActorContext } from "../context/index.ts";

interface AskedHandOver {
  readonly id: string;
  readonly toName: string;
  readonly toTitle: string;
  readonly askedAt: string;
  readonly state: HandOverState;
  readonly answeredAt: string | null;
  readonly answerText: string | null;
  readonly sharesHistory: boolean;
  readonly sharedText: string | null;
  readonly familySaidYesOn: LocalDate | null;
  readonly version: number;
}

interface SuccessorOption {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly unitName: string | null;
  /** Why the person stands first; absent for the others who may. */
  readonly reason: SuccessorReason | null;
}

export interface HandOverView {
  /** Only the Barnkontakt of now asks, or whoever is responsible while there is none. */
  readonly mayAsk: boolean;
  readonly asked: readonly AskedHandOver[];
  /** Those who may be Barnkontakt, the likeliest first. */
  readonly options: readonly SuccessorOption[];
}

interface StaffRow {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly unitKind: UnitKind | null;
}

interface NowRow {
  readonly barnkontaktId: string | null;
  readonly unitKind: UnitKind | null;
  readonly childUnitId: string | null;
}

/** Who has been asked to take over the child, and who might be. */
export async function getHandOver(
  { tx, signedIn, today }: ActorContext,
  { childId }: AuthorizedChild,
): Promise<HandOverView> {
  const { sql } = tx;
  const [asked, staff, [now]] = await Promise.all([
    sql<AskedHandOver[]>`
      select h.id, p.given_name || ' ' || p.family_name as "toName", p.title as "toTitle", h.asked_at as "askedAt",
             h.state, h.answered_at as "answeredAt", h.answer_text as "answerText", h.shares_history as "sharesHistory",
             h.shared_text as "sharedText", h.family_said_yes_on::text as "familySaidYesOn", h.version
        from hand_over h join person p on p.kommun_code = h.kommun_code and p.id = h.to_person_id
       where h.kommun_code = ${signedIn.kommunCode} and h.child_id = ${childId} order by h.asked_at desc limit 10`,
    sql<StaffRow[]>`
      select p.id, p.given_name || ' ' || p.family_name as name, p.title, p.unit_id as "unitId", u.name as "unitName",
             u.kind as "unitKind"
        from person p left join unit u on u.kommun_code = p.kommun_code and u.id = p.unit_id
       where p.kommun_code = ${signedIn.kommunCode} and p.disabled_at is null and p.id <> ${signedIn.personId}
         and exists (select 1 from person_role r where r.kommun_code = p.kommun_code and r.person_id = p.id
                        and r.role = 'barnkontakt' and r.valid_from <= ${today}
                        and (r.valid_to is null or r.valid_to >= ${today}))
       order by p.family_name, p.given_name`,
    sql<NowRow[]>`
      select b.person_id as "barnkontaktId", u.kind as "unitKind",
             case when c.protected_identity = 'ingen' then c.unit_id end as "childUnitId"
        from child c
        left join child_relation b on b.kommun_code = c.kommun_code and b.child_id = c.id and b.kind = 'barnkontakt'
         and b.valid_from <= ${today} and (b.valid_to is null or b.valid_to >= ${today})
        left join person p on p.kommun_code = b.kommun_code and p.id = b.person_id
        left join unit u on u.kommun_code = p.kommun_code and u.id = p.unit_id
       where c.kommun_code = ${signedIn.kommunCode} and c.id = ${childId}`,
  ]);
  const isMine = now !== undefined && (now.barnkontaktId ?? signedIn.personId) === signedIn.personId;
  const reasons = new Map(
    suggestSuccessors(staff, {
      personId: signedIn.personId,
      unitKind: now?.unitKind ?? null,
      childUnitId: now?.childUnitId ?? null,
    }).map(({ id, reason }) => [id, reason]),
  );
  const options = staff.map(({ id, name, title, unitName }) => ({
    id,
    name,
    title,
    unitName,
    reason: reasons.get(id) ?? null,
  }));
  const order = [...reasons.keys()];
  const place = ({ id }: SuccessorOption) => (reasons.has(id) ? order.indexOf(id) : order.length);
  return { mayAsk: isMine, asked, options: options.toSorted((a, b) => place(a) - place(b)) };
}

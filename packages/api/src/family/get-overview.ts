import type { SupportKind, SupportStatus } from "@kompassen/domain/barnets-plan";
import { AREAS, type Area } from "@kompassen/domain/behovskompass";
import { type Fraction, fraction, type LocalDate } from "@kompassen/domain/shared";
import { notFound } from "../errors/index.ts";
import type { FamilyContext } from "./family-procedure.ts";

/** A compass that this guardian may see: the own, the joint one, and the child's when the child has agreed. */
export interface FamilyCompass {
  readonly who: "me" | "child" | "team";
  readonly assessedOn: LocalDate;
  /** In the model's order; null where nothing was answered. */
  readonly areas: readonly { readonly area: Area; readonly score: Fraction | null }[];
}

export interface FamilySupport {
  readonly id: string;
  readonly area: Area;
  readonly kind: SupportKind;
  readonly description: string;
  readonly givenBy: string;
  readonly status: SupportStatus;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate | null;
}

/** Somebody of the staff, as far as the family is told; no place of a child with protected identity. */
export interface FamilyPerson {
  readonly name: string;
  readonly title: string;
  readonly unitName: string | null;
  readonly kind: "barnkontakt" | "stodsamordnare";
}

export interface FamilyOverview {
  readonly id: string;
  readonly givenName: string;
  readonly nextFollowUpOn: LocalDate | null;
  readonly isClosed: boolean;
  readonly contacts: readonly FamilyPerson[];
  /** The latest first. */
  readonly compasses: readonly FamilyCompass[];
  readonly supports: readonly FamilySupport[];
  readonly events: readonly {
    readonly id: string;
    readonly happenedOn: LocalDate;
    readonly description: string;
  }[];
  /** What was agreed in the latest conversation that may be shown. */
  readonly agreed: { readonly heldOn: LocalDate; readonly whatNext: string } | null;
}

interface CompassRow {
  readonly rater: string;
  readonly assessedOn: LocalDate;
  readonly sums: readonly number[];
  readonly counts: readonly number[];
}

/** What has been agreed about one child, and the compasses that this guardian may see. */
export async function getOverview(
  { tx }: FamilyContext,
  { childId }: { readonly childId: string },
): Promise<FamilyOverview> {
  const { sql } = tx;
  const [children, contacts, compasses, supports, events, conversations] = await Promise.all([
    sql<{ givenName: string; nextFollowUpOn: LocalDate | null; isClosed: boolean }[]>`
      select given_name as "givenName", next_follow_up_on::text as "nextFollowUpOn", closed_on is not null as "isClosed"
        from child where kommun_code = kompass.kommun() and id = ${childId}`,
    sql<FamilyPerson[]>`
      select name, title, unit_name as "unitName", kind from kompass.family_people(${childId})
       where kind <> 'share' order by kind desc, name`,
    sql<CompassRow[]>`
      select rater, assessed_on::text as "assessedOn", area_sums as sums, area_counts as counts from assessment
       where kommun_code = kompass.kommun() and child_id = ${childId} order by assessed_on desc, rater`,
    sql<FamilySupport[]>`
      select id, area, kind, description, given_by as "givenBy", status, starts_on::text as "startsOn",
             ends_on::text as "endsOn"
        from support where kommun_code = kompass.kommun() and child_id = ${childId} order by starts_on desc, id`,
    sql<{ id: string; happenedOn: LocalDate; description: string }[]>`
      select id, happened_on::text as "happenedOn", description from life_event
       where kommun_code = kompass.kommun() and child_id = ${childId} order by happened_on desc, id`,
    sql<{ heldOn: LocalDate; whatNext: string }[]>`
      select held_on::text as "heldOn", what_next as "whatNext" from conversation
       where kommun_code = kompass.kommun() and child_id = ${childId} and btrim(what_next) <> ''
       order by held_on desc, compass_id limit 1`,
  ]);
  const [child] = children;
  if (child === undefined) return notFound();
  return {
    id: childId,
    ...child,
    contacts,
    compasses: compasses.map(toCompass),
    supports,
    events,
    agreed: conversations[0] ?? null,
  };
}

function toCompass({ rater, assessedOn, sums, counts }: CompassRow): FamilyCompass {
  return {
    who: rater === "barn" ? "child" : rater === "barnteam" ? "team" : "me",
    assessedOn,
    areas: AREAS.map((area, index) => {
      const [sum, count] = [sums[index], counts[index]];
      const isAnswered = sum !== undefined && count !== undefined && count > 0;
      return { area, score: isAnswered ? fraction(sum, count) : null };
    }),
  };
}

import { AUTHORITIES, type Authority, DEFAULT_KEEP_MONTHS, keepMonths } from "@kompassen/domain/retention";
import type { LocalDate } from "@kompassen/domain/shared";
import { auditChildren } from "../audit/index.ts";
import type { ActorContext } from "../context/index.ts";

export type PurgeState = "proposed" | "approved" | "withdrawn" | "purged";

/** Rows a table, in a dry run or in a receipt. */
export type RowCounts = Readonly<Record<string, number>>;

/** One purge; tells of no child. */
export interface PurgeRun {
  readonly id: string;
  readonly state: PurgeState;
  readonly asOf: LocalDate;
  readonly proposedBy: string;
  readonly isMine: boolean;
  readonly proposedOn: LocalDate;
  readonly decidedBy: string | null;
  readonly decidedOn: LocalDate | null;
  readonly children: number;
  readonly held: number;
  readonly plannedRows: RowCounts;
  readonly purgedOn: LocalDate | null;
  readonly purgedChildren: number;
  readonly keptChildren: number;
  readonly purgedRows: RowCounts;
  /** Whether the database's files have been written anew without what was deleted. */
  readonly isRewritten: boolean;
}

/** A case of the open proposal: by number, never by name. */
export interface PurgeCandidate {
  readonly caseNumber: string;
  readonly closedOn: LocalDate;
  readonly keptThrough: LocalDate;
  readonly rowCount: number;
  readonly isHeld: boolean;
}

export interface LegalHold {
  readonly id: string;
  readonly caseNumber: string;
  readonly reason: string;
  readonly reviewOn: LocalDate;
  readonly setBy: string;
  readonly setOn: LocalDate;
}

export interface AuthorityRule {
  readonly authority: Authority;
  readonly keepMonths: number;
  readonly validFrom: LocalDate | null;
  readonly legalGround: string | null;
  /** A rule that has been decided but has not begun. */
  readonly next: { readonly keepMonths: number; readonly validFrom: LocalDate } | null;
}

export interface RetentionOverview {
  readonly rules: readonly AuthorityRule[];
  readonly defaultMonths: number;
  readonly open: PurgeRun | null;
  readonly past: readonly PurgeRun[];
  /** Empty for whoever may not see which cases. */
  readonly candidates: readonly PurgeCandidate[];
  readonly holds: readonly LegalHold[];
}

const PAST_RUNS = 20;

export async function getOverview({ tx, signedIn, today }: ActorContext): Promise<RetentionOverview> {
  const { sql } = tx;
  const runs = await sql<PurgeRun[]>`
    select r.id, r.state, r.as_of::text as "asOf", p.given_name || ' ' || p.family_name as "proposedBy",
           r.proposed_by = ${signedIn.personId} as "isMine", (r.proposed_at at time zone 'Europe/Stockholm')::date::text as "proposedOn",
           d.given_name || ' ' || d.family_name as "decidedBy", (r.decided_at at time zone 'Europe/Stockholm')::date::text as "decidedOn", r.children, r.held,
           r.planned_rows as "plannedRows", (r.purged_at at time zone 'Europe/Stockholm')::date::text as "purgedOn", r.purged_children as "purgedChildren",
           r.kept_children as "keptChildren", r.purged_rows as "purgedRows", r.rewritten_at is not null as "isRewritten"
      from purge_run r
      join person p on p.kommun_code = r.kommun_code and p.id = r.proposed_by
      left join person d on d.kommun_code = r.kommun_code and d.id = r.decided_by
     where r.kommun_code = ${signedIn.kommunCode} order by r.proposed_at desc limit ${PAST_RUNS}`;
  const open = runs.find(({ state }) => state === "proposed" || state === "approved") ?? null;
  const isOfficer = signedIn.roles.includes("dataskyddsombud");
  const candidates =
    open === null || !isOfficer
      ? []
      : await sql<(PurgeCandidate & { childId: string })[]>`
          select child_id as "childId", case_number as "caseNumber", closed_on::text as "closedOn",
                 kept_through::text as "keptThrough", row_count as "rowCount", is_held as "isHeld"
            from kompass.purge_candidates(${open.id})`;
  const holds = isOfficer
    ? await sql<(LegalHold & { childId: string })[]>`
        select id, child_id as "childId", case_number as "caseNumber", reason, review_on::text as "reviewOn", set_by_name as "setBy",
               (set_at at time zone 'Europe/Stockholm')::date::text as "setOn" from kompass.list_holds()`
    : [];
  const policies = await sql<
    { authority: Authority; validFrom: LocalDate; keepMonths: number; legalGround: string }[]
  >`
    select authority, valid_from::text as "validFrom", keep_months as "keepMonths", legal_ground as "legalGround"
      from retention_policy where kommun_code = ${signedIn.kommunCode} order by valid_from, set_at`;
  const named = [...candidates, ...holds].map(({ childId }) => childId);
  if (named.length > 0) {
    await auditChildren(tx, named, {
      verb: "retention.getOverview",
      purpose: "gallring",
      fields: ["child.case_number", "child.closed_on", "legal_hold"],
    });
  }
  return {
    rules: AUTHORITIES.map((authority) => {
      const own = policies.filter((policy) => policy.authority === authority);
      const current = own.findLast(({ validFrom }) => validFrom <= today);
      const next = own.find(({ validFrom }) => validFrom > today);
      return {
        authority,
        keepMonths: keepMonths(own, authority, today),
        validFrom: current?.validFrom ?? null,
        legalGround: current?.legalGround ?? null,
        next: next === undefined ? null : { keepMonths: next.keepMonths, validFrom: next.validFrom },
      };
    }),
    defaultMonths: DEFAULT_KEEP_MONTHS,
    open,
    past: runs.filter((run) => run !== open),
    candidates: candidates.map(({ childId: _childId, ...candidate }) => candidate),
    holds: holds.map(({ childId: _childId, ...hold }) => hold),
  };
}

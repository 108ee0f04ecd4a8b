import type { AreaRatings, RaterKey } from "@kompassen/domain/behovskompass";
import { compareWork, deriveWork, type OpenSignal, type Work } from "@kompassen/domain/caseload";
import {
  type ChildHistory,
  DEFAULT_RULES,
  type FollowUpStatus,
  followUpStatus,
  listSeries,
  type RaisedBy,
} from "@kompassen/domain/follow-up";
import { compareText, type LocalDate } from "@kompassen/domain/shared";
import { auditChildren } from "../audit/index.ts";
import type { ActorContext } from "../context/index.ts";
import { loadLatest } from "../history/index.ts";

/** The two latest compasses of whoever speaks for the child. */
export interface CaseloadGlyph {
  readonly rater: RaterKey;
  readonly current: GlyphCompass;
  readonly previous: GlyphCompass | null;
}

export interface GlyphCompass {
  readonly assessedOn: LocalDate;
  readonly ratings: AreaRatings;
}

export interface CaseloadChild {
  readonly id: string;
  /** Absent for a child with protected identity, as are birth date, unit and picture: its case number names it. */
  readonly givenName: string | null;
  readonly caseNumber: string;
  readonly birthDate: LocalDate | null;
  readonly unitName: string | null;
  readonly isProtected: boolean;
  readonly followAs: "barnkontakt" | "stodsamordnare";
  readonly nextFollowUpOn: LocalDate | null;
  readonly followUpStatus: FollowUpStatus | null;
  readonly lastCompassOn: LocalDate | null;
  readonly work: Work;
  /** For the small picture; absent while a form is open. */
  readonly glyph: CaseloadGlyph | null;
  readonly openDraftId: string | null;
}

interface CaseloadRow {
  readonly id: string;
  readonly givenName: string | null;
  readonly caseNumber: string;
  readonly birthDate: LocalDate | null;
  readonly unitName: string | null;
  readonly isProtected: boolean;
  readonly followAs: "barnkontakt" | "stodsamordnare";
  readonly nextFollowUpOn: LocalDate | null;
  readonly lastCompassOn: LocalDate | null;
  readonly openDraftId: string | null;
  readonly signals: readonly (Omit<OpenSignal, "raised"> & { raised: readonly RaisedBy[] })[];
}

/**
 * The children the caller follows, what needs action first. Two reads whatever the number of children: who they
 * are with what is raised, and the two latest assessments of each rater.
 */
export async function listCaseload(
  ctx: ActorContext,
): Promise<{ today: LocalDate; children: CaseloadChild[] }> {
  const { tx, signedIn, today } = ctx;
  const rows = await tx.sql<CaseloadRow[]>`
    with mine as (
      select r.child_id, max(r.kind) as follow_as from child_relation r
       where r.kommun_code = ${signedIn.kommunCode} and r.person_id = ${signedIn.personId}
         and r.kind in ('barnkontakt', 'stodsamordnare')
         and r.valid_from <= ${today} and (r.valid_to is null or r.valid_to >= ${today})
       group by r.child_id
    )
    select c.id, c.case_number as "caseNumber",
           case when c.protected_identity = 'ingen' then c.given_name end as "givenName",
           case when c.protected_identity = 'ingen' then c.birth_date::text end as "birthDate",
           case when c.protected_identity = 'ingen' then u.name end as "unitName",
           c.protected_identity <> 'ingen' as "isProtected", mine.follow_as as "followAs",
           c.next_follow_up_on::text as "nextFollowUpOn",
           (select max(a.assessed_on)::text from assessment a
             where a.kommun_code = c.kommun_code and a.child_id = c.id and a.is_current) as "lastCompassOn",
           (select d.id from draft d where d.kommun_code = c.kommun_code and d.child_id = c.id
               and d.author_id = ${signedIn.personId} limit 1) as "openDraftId",
           coalesce((select json_agg(json_build_object('area', s.area, 'raised', s.raised, 'state', s.state,
                       'isLate', m.held_on is not null and m.held_on < ${today}))
              from signal s left join meeting m on m.kommun_code = s.kommun_code and m.id = s.meeting_id
             where s.kommun_code = c.kommun_code and s.child_id = c.id
               and s.state in ('new', 'seen', 'on_agenda')), '[]') as signals
      from mine join child c on c.kommun_code = ${signedIn.kommunCode} and c.id = mine.child_id and c.closed_on is null
      join unit u on u.kommun_code = c.kommun_code and u.id = c.unit_id
     order by "givenName", c.case_number`;
  const childIds = rows.map(({ id }) => id);
  const [latest] = await Promise.all([
    loadLatest(tx, childIds),
    auditChildren(tx, childIds, {
      verb: "people.listCaseload",
      purpose: "arbetslista",
      fields: ["child", "signal", "assessment"],
    }),
  ]);
  const children = rows.map((row) => toCaseloadChild(row, latest.get(row.id) ?? NOT_RATED, today));
  return { today, children: children.toSorted((a, b) => compareWork(a.work, b.work)) };
}

const NOT_RATED: ChildHistory = { assessments: [], thoughts: new Map() };

function toCaseloadChild(
  { signals, ...row }: CaseloadRow,
  history: ChildHistory,
  today: LocalDate,
): CaseloadChild {
  const plan = { isActive: true, plannedOn: row.nextFollowUpOn, doneOn: null };
  const status = followUpStatus(plan, today, DEFAULT_RULES);
  // Nothing here is compared: what a comparison has raised is stored as a signal.
  const series = listSeries(history);
  const facts = { followUp: status, openSignals: signals, series, hasOpenDraft: row.openDraftId !== null };
  return {
    ...row,
    followUpStatus: status,
    work: deriveWork(facts, today, DEFAULT_RULES),
    glyph: row.isProtected ? null : toGlyph(history, series[0]?.rater),
  };
}

function toGlyph({ assessments }: ChildHistory, rater: RaterKey | undefined): CaseloadGlyph | null {
  const [current, previous = null] = assessments
    .filter((assessment) => assessment.rater === rater && assessment.ratings.size > 0)
    .toSorted((a, b) => compareText(b.assessedOn, a.assessedOn))
    .map(({ assessedOn, ratings }) => ({ assessedOn, ratings }));
  return rater === undefined || current === undefined ? null : { rater, current, previous };
}

import {
  type AgeForm,
  type Area,
  type InstrumentId,
  type InstrumentStatus,
  type RaterKey,
  unpackAnswers,
} from "@kompassen/domain/behovskompass";
import type { LocalDate } from "@kompassen/domain/shared";
import { z } from "zod";
import type { AuthorizedChild } from "../access/index.ts";
import type { ActorContext } from "../context/index.ts";
import { notFound } from "../errors/index.ts";
import { listLayouts } from "../history/index.ts";
import { type DraftContent, toContent } from "./draft-content.ts";
import { type FormStatement, listFormStatements } from "./list-form-statements.ts";

/** One handed-in assessment with its answers, as the form that a correction starts from. */
export interface AssessmentForm {
  readonly id: string;
  readonly compassId: string;
  readonly rater: RaterKey;
  readonly ageForm: AgeForm | null;
  readonly assessedOn: LocalDate;
  readonly registeredOn: LocalDate;
  readonly content: DraftContent;
  readonly instrument: InstrumentId;
  readonly instrumentStatus: InstrumentStatus;
  readonly statements: readonly FormStatement[];
  /** Every version of it, the first handed in first. */
  readonly revisions: readonly Revision[];
  readonly isCurrent: boolean;
}

export interface Revision {
  readonly id: string;
  readonly revision: number;
  readonly submittedAt: string;
  readonly authorName: string | null;
  readonly reason: string | null;
}

export const ofAssessment = z.object({ assessmentId: z.uuid() });

interface AssessmentRow {
  readonly id: string;
  readonly compassId: string;
  readonly rater: RaterKey;
  readonly ageForm: AgeForm | null;
  readonly assessedOn: LocalDate;
  readonly registeredOn: LocalDate;
  readonly versionNumber: number;
  readonly answers: string;
  readonly startingArea: Area | null;
  readonly isCurrent: boolean;
  readonly instrument: InstrumentId;
  readonly instrumentStatus: InstrumentStatus;
}

/** @throws KompassError `not_found` also while the caller fills in an uninfluenced form for the child */
export async function getAssessment(
  { tx, signedIn }: ActorContext,
  { childId }: AuthorizedChild,
  { assessmentId }: z.infer<typeof ofAssessment>,
): Promise<AssessmentForm> {
  const { sql } = tx;
  const [row] = await sql<AssessmentRow[]>`
    select a.id, a.compass_id as "compassId", a.rater, a.age_form as "ageForm", a.assessed_on::text as "assessedOn",
           a.registered_on::text as "registeredOn", a.version_number as "versionNumber", a.answers,
           a.starting_area as "startingArea", a.is_current as "isCurrent", v.instrument,
           v.text_status as "instrumentStatus"
      from assessment a
      join instrument_version v on v.kommun_code = a.kommun_code and v.number = a.version_number
     where a.kommun_code = ${signedIn.kommunCode} and a.child_id = ${childId} and a.id = ${assessmentId}`;
  if (row === undefined) return notFound();
  const { versionNumber, answers, startingArea, ...assessment } = row;
  const [layouts, statements, comments, revisions] = await Promise.all([
    listLayouts(tx),
    listFormStatements(tx, versionNumber, row.ageForm),
    sql<{ area: Area; text: string }[]>`
      select area, text from assessment_comment
       where kommun_code = ${signedIn.kommunCode} and child_id = ${childId} and assessment_id = ${assessmentId}`,
    sql<Revision[]>`
      select a.id, a.revision, a.submitted_at as "submittedAt", a.correction_reason as reason,
             p.given_name || ' ' || p.family_name as "authorName"
        from assessment a left join person p on p.kommun_code = a.kommun_code and p.id = a.author_id
       where a.kommun_code = ${signedIn.kommunCode} and a.child_id = ${childId}
         and a.compass_id = ${row.compassId} and a.rater = ${row.rater}
       order by a.revision`,
  ]);
  const layout = layouts.get(versionNumber);
  if (layout === undefined) return notFound();
  const words = new Map(comments.map(({ area, text }) => [area, text]));
  const content = toContent(unpackAnswers(layout, answers), words, startingArea);
  return { ...assessment, content, statements, revisions };
}

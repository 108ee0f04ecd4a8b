import type { ActorTransaction } from "@kompassen/db";
import { type AnswerLayout, answerLayout, type RaterKey } from "@kompassen/domain/behovskompass";
import { type ChildHistory, type EquivalenceIndex, indexEquivalences } from "@kompassen/domain/follow-up";
import type { StoredSignal } from "../follow-up/index.ts";
import {
  type AssessmentRow,
  type EquivalenceRow,
  type LayoutRow,
  type ThoughtRow,
  toAssessment,
  toEquivalence,
  toThoughts,
} from "../history/index.ts";
import type { DraftContent } from "./draft-content.ts";

/** A form that is to be handed in, with what decides whether handing it in raises anything. */
export interface DraftToHandIn {
  readonly compass_id: string;
  readonly rater: RaterKey;
  readonly guardian_id: string | null;
  readonly version_number: number;
  readonly age_form: AssessmentRow["age_form"];
  readonly assessed_on: AssessmentRow["assessed_on"];
  readonly content: DraftContent;
  readonly version: number;
  /** Null when somebody else hands in a joint form: what that one had read is not known. */
  readonly is_uninfluenced: boolean | null;
  readonly layouts: ReadonlyMap<number, AnswerLayout>;
  /** What the same rater has handed in before. */
  readonly history: ChildHistory;
  readonly equivalences: EquivalenceIndex;
  /** All that is raised of the child, whoever raised it. */
  readonly signals: readonly StoredSignal[];
}

type Row = Omit<DraftToHandIn, "layouts" | "history" | "equivalences"> & {
  readonly assessments: readonly AssessmentRow[];
  readonly thoughts: readonly ThoughtRow[];
  readonly forms: readonly LayoutRow[];
  readonly equivalences: readonly EquivalenceRow[];
};

/**
 * The draft, locked until the transaction ends, with all that handing it in needs: one query, sent at once. Needs a
 * transaction that hands in: what is raised must be computed from earlier scores.
 */
export async function readForHandIn(
  { sql }: ActorTransaction,
  { childId, draftId }: { readonly childId: string; readonly draftId: string },
): Promise<DraftToHandIn | undefined> {
  const [row] = await sql<Row[]>`
      select d.compass_id, d.rater, d.guardian_id, d.version_number, d.age_form, d.assessed_on::text, d.content,
             d.version, case when d.shown_anyway_at is not null then false when d.author_id = kompass.actor() then true
             end as is_uninfluenced, own.assessments, said.thoughts, forms.forms,
             same.equivalences, raised.signals
        from draft d
        cross join lateral (
          select coalesce(json_agg(json_build_object(
                   'id', a.id, 'compass_id', a.compass_id, 'rater', a.rater, 'version_number', a.version_number,
                   'age_form', a.age_form, 'assessed_on', a.assessed_on, 'registered_on', a.registered_on,
                   'answers', a.answers, 'revision', a.revision, 'author_id', a.author_id,
                   'uninfluenced', a.uninfluenced) order by a.assessed_on), '[]') as assessments,
                 array_agg(distinct a.version_number) as used
            from assessment a
           where a.kommun_code = d.kommun_code and a.child_id = d.child_id and a.rater = d.rater and a.is_current
        ) own
        cross join lateral (
          select coalesce(json_agg(json_build_object(
                   'compass_id', t.compass_id, 'area', t.area, 'concern', t.concern,
                   'target', t.target::text)), '[]') as thoughts
            from area_thought t where t.kommun_code = d.kommun_code and t.child_id = d.child_id
        ) said
        cross join lateral (
          select json_agg(json_build_object(
                   'number', v.number, 'id', v.instrument, 'version', v.version, 'statements', (
                     select json_agg(json_build_object('area', s.area, 'key', s.key) order by s.position)
                       from instrument_statement s
                      where s.kommun_code = v.kommun_code and s.version_number = v.number))) as forms
            from instrument_version v
           where v.kommun_code = d.kommun_code and v.number = any(own.used || d.version_number)
        ) forms
        cross join lateral (
          select coalesce(json_agg(e), '[]') as equivalences from (
            select instrument, from_version, to_version,
                   json_agg(json_build_object('from', from_statement, 'to', to_statement)) as pairs
              from statement_equivalence where kommun_code = d.kommun_code
             group by instrument, from_version, to_version) e
        ) same
        cross join lateral (
          select coalesce(json_agg(json_build_object(
                   'id', s.id, 'compass_id', s.compass_id, 'area', s.area, 'state', s.state,
                   'raised', s.raised)), '[]') as signals
            from signal s where s.kommun_code = d.kommun_code and s.child_id = d.child_id
        ) raised
       where d.kommun_code = kompass.kommun() and d.child_id = ${childId} and d.id = ${draftId}
         for update of d`;
  if (row === undefined) return undefined;
  const { assessments, thoughts, forms, equivalences, ...draft } = row;
  const layouts = new Map(forms.map((form) => [form.number, answerLayout(form)]));
  return {
    ...draft,
    layouts,
    history: {
      assessments: assessments.map((one) => toAssessment(one, layouts)),
      thoughts: toThoughts(thoughts),
    },
    equivalences: indexEquivalences(equivalences.map(toEquivalence)),
  };
}

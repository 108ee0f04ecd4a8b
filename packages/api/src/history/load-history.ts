import type { ActorTransaction } from "@kompassen/db";
import {
  type AgeForm,
  type AnswerLayout,
  type Area,
  type Equivalence,
  type InstrumentId,
  type RaterKey,
  unpackAnswers,
} from "@kompassen/domain/behovskompass";
import {
  type Assessment,
  type EquivalenceIndex,
  indexEquivalences,
  type Thoughts,
} from "@kompassen/domain/follow-up";
import { decimal, type LocalDate } from "@kompassen/domain/shared";
import { listLayouts } from "./list-layouts.ts";

/** An assessment as it lies in the database, with its answers unpacked. */
export interface StoredAssessment extends Assessment {
  readonly id: string;
  readonly revision: number;
  readonly authorId: string | null;
  /** Null = not known (imported). */
  readonly uninfluenced: boolean | null;
}

export interface StoredHistory {
  readonly assessments: readonly StoredAssessment[];
  readonly thoughts: ReadonlyMap<string, ReadonlyMap<Area, Thoughts>>;
  readonly equivalences: EquivalenceIndex;
}

export interface AssessmentRow {
  readonly id: string;
  readonly compass_id: string;
  readonly rater: RaterKey;
  readonly version_number: number;
  readonly age_form: AgeForm | null;
  readonly assessed_on: LocalDate;
  readonly registered_on: LocalDate;
  readonly answers: string;
  readonly revision: number;
  readonly author_id: string | null;
  readonly uninfluenced: boolean | null;
}

export interface ThoughtRow {
  readonly compass_id: string;
  readonly area: Area;
  readonly concern: boolean | null;
  readonly target: string | null;
}

/**
 * All current assessments of one child with what was said after each round. Four queries, whatever the length.
 * @param known the layouts, when the caller has them
 */
export async function loadHistory(
  tx: ActorTransaction,
  childId: string,
  known?: ReadonlyMap<number, AnswerLayout>,
): Promise<StoredHistory> {
  const { sql } = tx;
  const [layouts, equivalences, rows, thoughts] = await Promise.all([
    known ?? listLayouts(tx),
    loadEquivalences(tx),
    sql<AssessmentRow[]>`
      select id, compass_id, rater, version_number, age_form, assessed_on::text, registered_on::text, answers,
             revision, author_id, uninfluenced
        from assessment
       where kommun_code = kompass.kommun() and child_id = ${childId} and is_current
       order by assessed_on`,
    sql<ThoughtRow[]>`
      select compass_id, area, concern, target from area_thought
       where kommun_code = kompass.kommun() and child_id = ${childId}`,
  ]);
  return {
    assessments: rows.map((row) => toAssessment(row, layouts)),
    thoughts: toThoughts(thoughts),
    equivalences,
  };
}

export function toAssessment(
  row: AssessmentRow,
  layouts: ReadonlyMap<number, AnswerLayout>,
): StoredAssessment {
  const layout = layouts.get(row.version_number);
  if (layout === undefined) throw new Error(`instrument version ${row.version_number} has no statements`);
  return {
    id: row.id,
    compassId: row.compass_id,
    rater: row.rater,
    assessedOn: row.assessed_on,
    registeredOn: row.registered_on,
    instrument: layout.instrument,
    instrumentVersion: layout.version,
    ageForm: row.age_form,
    ratings: unpackAnswers(layout, row.answers),
    revision: row.revision,
    authorId: row.author_id,
    uninfluenced: row.uninfluenced,
  };
}

export function toThoughts(rows: readonly ThoughtRow[]): Map<string, Map<Area, Thoughts>> {
  const byCompass = new Map<string, Map<Area, Thoughts>>();
  for (const { compass_id, area, concern, target } of rows) {
    const ofCompass = byCompass.get(compass_id) ?? new Map<Area, Thoughts>();
    ofCompass.set(area, { concern, target: target === null ? null : decimal(target) });
    byCompass.set(compass_id, ofCompass);
  }
  return byCompass;
}

export interface EquivalenceRow {
  readonly instrument: InstrumentId;
  readonly from_version: string;
  readonly to_version: string;
  readonly pairs: Equivalence["pairs"];
}

/** The kommun's declared equivalences, ready to look up. */
export async function loadEquivalences({ sql }: ActorTransaction): Promise<EquivalenceIndex> {
  const rows = await sql<EquivalenceRow[]>`
    select instrument, from_version, to_version,
           json_agg(json_build_object('from', from_statement, 'to', to_statement)) as pairs
      from statement_equivalence where kommun_code = kompass.kommun()
     group by instrument, from_version, to_version`;
  return indexEquivalences(rows.map(toEquivalence));
}

export function toEquivalence({ instrument, from_version, to_version, pairs }: EquivalenceRow): Equivalence {
  return { instrument, fromVersion: from_version, toVersion: to_version, pairs };
}

import type { AgeForm, Area, RaterKey } from "@kompassen/domain/behovskompass";
import type { RaisedBy, SignalState } from "@kompassen/domain/follow-up";
import type { LocalDate } from "@kompassen/domain/shared";
import type { ImportContext } from "./import-request.ts";

/** A child in the database that an import may add to. */
export interface StoredChild {
  readonly id: string;
  readonly sourceKey: string;
  readonly birthDate: LocalDate | null;
  /** Where the child is and has been. */
  readonly unitIds: readonly string[];
  readonly isClosed: boolean;
  /** Whoever imports has an uninfluenced form open for the child: its earlier scores are closed to that person. */
  readonly hasOpenForm: boolean;
}

interface StoredCompass {
  readonly id: string;
  readonly childId: string;
  readonly sourceKey: string | null;
}

export interface StoredAssessment {
  readonly childId: string;
  readonly compassId: string;
  readonly rater: RaterKey;
  readonly assessedOn: LocalDate;
  readonly registeredOn: LocalDate;
  readonly versionNumber: number;
  readonly ageForm: AgeForm | null;
  readonly answers: string;
  readonly isCurrent: boolean;
}

export interface StoredThought {
  readonly childId: string;
  readonly compassId: string;
  readonly area: Area;
  readonly concern: boolean | null;
  readonly target: string | null;
}

interface StoredGuardian {
  readonly id: string;
  readonly childId: string;
  readonly ordinal: number;
}

export interface StoredSignal {
  readonly id: string;
  readonly childId: string;
  readonly compassId: string;
  readonly area: Area;
  readonly state: SignalState;
  readonly raised: readonly RaisedBy[];
}

/** Everything that is known of some children, as flat lists. */
export interface StoredRounds {
  readonly compasses: readonly StoredCompass[];
  readonly assessments: readonly StoredAssessment[];
  readonly thoughts: readonly StoredThought[];
  readonly guardians: readonly StoredGuardian[];
  readonly signals: readonly StoredSignal[];
}

export const NO_ROUNDS: StoredRounds = {
  compasses: [],
  assessments: [],
  thoughts: [],
  guardians: [],
  signals: [],
};

/**
 * A person finds only the children that one is responsible for.
 * @param sourceKeys null finds every imported child within reach
 */
export async function findStoredChildren(
  { tx, importer }: ImportContext,
  sourceKeys: readonly string[] | null,
): Promise<StoredChild[]> {
  const { sql } = tx;
  const author = importer.kind === "person" ? importer.personId : null;
  const withinReach =
    importer.kind === "person" ? sql`and c.id = any((select kompass.my_responsibility())::uuid[])` : sql``;
  const keys = sourceKeys === null ? null : [...sourceKeys];
  return await sql<StoredChild[]>`
    select c.id, c.source_key as "sourceKey", c.birth_date::text as "birthDate", c.closed_on is not null as "isClosed",
           array(select c.unit_id union select p.unit_id from placement p
                  where p.kommun_code = c.kommun_code and p.child_id = c.id) as "unitIds",
           ${author}::uuid is not null and exists (select 1 from draft d
             where d.kommun_code = c.kommun_code and d.child_id = c.id and d.author_id = ${author}
               and d.shown_anyway_at is null) as "hasOpenForm"
      from child c
     where c.kommun_code = kompass.kommun() and c.source_key is not null
       and (${keys}::text[] is null or c.source_key = any(${keys}::text[])) ${withinReach}`;
}

export async function loadStoredRounds(
  { tx }: ImportContext,
  childIds: readonly string[],
): Promise<StoredRounds> {
  const { sql } = tx;
  const ids = [...childIds];
  const [compasses, assessments, thoughts, guardians, signals] = await Promise.all([
    sql<StoredCompass[]>`
      select id, child_id as "childId", source_key as "sourceKey" from compass
       where kommun_code = kompass.kommun() and child_id = any(${ids}::uuid[])`,
    sql<StoredAssessment[]>`
      select child_id as "childId", compass_id as "compassId", rater, assessed_on::text as "assessedOn",
             registered_on::text as "registeredOn", version_number as "versionNumber", age_form as "ageForm", answers,
             is_current as "isCurrent"
        from assessment where kommun_code = kompass.kommun() and child_id = any(${ids}::uuid[])`,
    sql<StoredThought[]>`
      select child_id as "childId", compass_id as "compassId", area, concern, target::text from area_thought
       where kommun_code = kompass.kommun() and child_id = any(${ids}::uuid[])`,
    sql<StoredGuardian[]>`
      select id, child_id as "childId", ordinal from guardian
       where kommun_code = kompass.kommun() and child_id = any(${ids}::uuid[])`,
    sql<StoredSignal[]>`
      select id, child_id as "childId", compass_id as "compassId", area, state, raised from signal
       where kommun_code = kompass.kommun() and child_id = any(${ids}::uuid[])`,
  ]);
  return { compasses, assessments, thoughts, guardians, signals };
}

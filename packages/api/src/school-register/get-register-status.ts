import type { RegisterRunState } from "@kompassen/domain/school-register";
import type { ActorContext } from "../context/index.ts";
import type { RunCounts } from "./register-run.ts";

export interface RegisterRunView {
  readonly id: string;
  readonly source: string;
  readonly isFull: boolean;
  readonly state: RegisterRunState;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly counts: RunCounts;
  readonly faultCount: number;
  readonly stoppedBy: string | null;
}

export interface RegisterFaultView {
  readonly resource: string;
  readonly page: number;
  readonly position: number;
  readonly field: string;
  readonly sourceId: string | null;
  readonly expected: string;
}

export interface UnmatchedOrganisation {
  readonly sourceId: string;
  readonly name: string;
  readonly schoolTypes: readonly string[];
  readonly schoolUnitCode: string | null;
}

export interface RegisterStatus {
  readonly runs: readonly RegisterRunView[];
  /** Of the latest reading. */
  readonly faults: readonly RegisterFaultView[];
  readonly unknownCodes: readonly {
    readonly resource: string;
    readonly field: string;
    readonly code: string;
  }[];
  /** Schools and preschools of the register that no place here answers to. */
  readonly unmatched: readonly UnmatchedOrganisation[];
}

/** How the readings of the school register went. Holds no person. */
export async function getRegisterStatus({ tx, signedIn }: ActorContext): Promise<RegisterStatus> {
  const { sql } = tx;
  const here = sql`kommun_code = ${signedIn.kommunCode}`;
  const [runs, faults, unknownCodes, unmatched] = await Promise.all([
    sql<RegisterRunView[]>`
      select id, source, is_full as "isFull", state, started_at as "startedAt", ended_at as "endedAt", counts,
             fault_count as "faultCount", stopped_by as "stoppedBy"
        from register_run where ${here} order by started_at desc limit 10`,
    sql<RegisterFaultView[]>`
      select resource, page, position, field, source_id as "sourceId", expected from register_fault
       where ${here} and run_id = (select id from register_run where ${here} order by started_at desc limit 1)
       order by resource, page, position, field limit 100`,
    sql<{ resource: string; field: string; code: string }[]>`
      select resource, field, code from register_unknown_code where ${here} order by resource, field, code limit 100`,
    sql<UnmatchedOrganisation[]>`
      select source_id as "sourceId", name, school_types as "schoolTypes", school_unit_code as "schoolUnitCode"
        from register_organisation
       where ${here} and unit_id is null and type_source in ('Skola', 'Skolenhet')
         and (end_date is null or end_date >= kompass.today())
       order by name limit 200`,
  ]);
  return { runs, faults, unknownCodes, unmatched };
}

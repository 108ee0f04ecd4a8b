import type { ActorContext } from "../context/index.ts";

/** Where the day begins for an administrator: what there is, and what waits. */
export interface AdministrationOverview {
  readonly units: number;
  readonly persons: number;
  readonly teams: number;
  /** Children left with somebody who has gone. */
  readonly leftBehind: number;
  /** People with an open account and no role that runs. */
  readonly withoutRole: number;
  readonly register: {
    readonly state: string;
    readonly at: string;
    readonly faultCount: number;
  } | null;
  readonly unknownCodes: number;
}

export async function getOverview({ tx, signedIn, today }: ActorContext): Promise<AdministrationOverview> {
  const { sql } = tx;
  const here = sql`kommun_code = ${signedIn.kommunCode}`;
  const [[counts], [register]] = await Promise.all([
    sql<Omit<AdministrationOverview, "register">[]>`
      select (select count(*)::int from unit where ${here} and (valid_to is null or valid_to >= ${today})) as units,
             (select count(*)::int from person where ${here} and disabled_at is null) as persons,
             (select count(*)::int from team where ${here} and child_id is null
                 and (valid_to is null or valid_to >= ${today})) as teams,
             (select coalesce(sum(children), 0)::int from kompass.left_behind(${today})) as "leftBehind",
             (select count(*)::int from person p where p.kommun_code = ${signedIn.kommunCode} and p.disabled_at is null
                 and not exists (select 1 from person_role r where r.kommun_code = p.kommun_code and r.person_id = p.id
                                    and (r.valid_to is null or r.valid_to >= ${today}))) as "withoutRole",
             (select count(*)::int from register_unknown_code where ${here}) as "unknownCodes"`,
    sql<{ state: string; at: string; faultCount: number }[]>`
      select state, coalesce(ended_at, started_at) as at, fault_count as "faultCount" from register_run
       where ${here} order by started_at desc limit 1`,
  ]);
  if (counts === undefined) throw new Error("nothing was counted");
  return { ...counts, register: register ?? null };
}

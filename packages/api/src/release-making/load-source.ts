import type { ActorTransaction } from "@kompassen/db";
import type { BarnteamAgeGroup } from "@kompassen/domain/people";

import {
  buildPlaces,
  NO_UNIT,
  quarterOf,
  quartersOfYear,
  type Span,
  type StepEvent,
  spanOfLasar,
  spanOfQuarter,
  yearOf,
} from "@kompassen/domain/statistics";
import { loadEquivalences } from "../history/index.ts";
import type { ReleasePeriods } from "../release/index.ts";
import { loadChildren } from "./load-children.ts";
import type { ReleaseSource, UnitCount, UnitPopulation } from "./release-source.ts";

/** Where a child may be placed; other units stand in a table only when something was counted there. */
const CHILD_UNITS: readonly string[] = ["mvc", "bvc", "forskola", "grundskola"];

/** Reads all that the periods need. @param tx one snapshot, as the role `kompass_job` */
export async function loadSource(tx: ActorTransaction, periods: ReleasePeriods): Promise<ReleaseSource> {
  const { sql } = tx;
  const span = spanOf(periods);
  const [[kommun], omraden, units, events, unitCounts, populations, children, equivalences] =
    await Promise.all([
      sql<{ code: string; name: string }[]>`
      select kommun_code as code, name from kommun where kommun_code = kompass.kommun()`,
      sql<{ id: string; name: string }[]>`
      select id, name from omrade where kommun_code = kompass.kommun()`,
      sql<{ code: string; name: string; kind: string; omradeId: string | null }[]>`
      select code, name, kind, omrade_id as "omradeId" from unit where kommun_code = kompass.kommun()`,
      loadEvents(tx, span),
      loadUnitCounts(tx, span),
      loadPopulations(tx),
      loadChildren(tx, periods.lasar.map(spanOfLasar)),
      loadEquivalences(tx),
    ]);
  if (kommun === undefined) throw new Error("no such kommun");
  return {
    kommun,
    places: buildPlaces({ kommun, omraden, units }),
    childUnits: new Set(units.filter(({ kind }) => CHILD_UNITS.includes(kind)).map(({ code }) => code)),
    events,
    children,
    equivalences,
    unitCounts,
    populations,
  };
}

/** From the first day of the earliest year or läsår to the last day of what is released. */
function spanOf({ quarters, lasar }: ReleasePeriods): Span {
  const spans = [
    ...quarters.flatMap((quarter) => quartersOfYear(yearOf(quarter)).slice(0, 1)).map(spanOfQuarter),
    ...quarters.map(spanOfQuarter),
    ...lasar.map(spanOfLasar),
  ];
  const [first] = spans.map(({ from }) => from).toSorted();
  const last = quarters
    .map((quarter) => spanOfQuarter(quarter).to)
    .toSorted()
    .at(-1);
  if (first === undefined || last === undefined) throw new RangeError("a release without a period");
  return { from: first, to: last };
}

/** A child whose identity is protected now is at no unit, also in steps written before it was. */
async function loadEvents({ sql }: ActorTransaction, { from, to }: Span): Promise<StepEvent[]> {
  return await sql<StepEvent[]>`
    select s.child_id as "childId", s.kind, s.detail,
           case when c.protected_identity = 'ingen' and u.code is not null then u.code else ${NO_UNIT} end as unit,
           s.age_group as "ageGroup", s.registered_on::text as "registeredOn", s.occurred_on::text as "occurredOn"
      from process_step s
      join child c on c.kommun_code = s.kommun_code and c.id = s.child_id
      left join unit u on u.kommun_code = s.kommun_code and u.id = s.unit_id
     where s.kommun_code = kompass.kommun() and s.registered_on between ${from} and ${to}`;
}

/** Home visits and training, each as the metric it is published under. */
async function loadUnitCounts({ sql }: ActorTransaction, { from, to }: Span): Promise<UnitCount[]> {
  const [first, last] = [quarterOf(from), quarterOf(to)];
  return await sql<UnitCount[]>`
    select m.metric, u.code as unit, m.quarter, m.count from (
      select kommun_code, unit_id, quarter, 'home_visit_' || visit_number as metric, done as count from home_visit
      union all
      select kommun_code, unit_id, quarter, 'home_visit_offered', offered from home_visit where visit_number = 1
      union all
      select kommun_code, unit_id, quarter, 'home_visit_accepted', accepted from home_visit where visit_number = 1
      union all
      select kommun_code, unit_id, quarter, 'trained_' || step, trained from training
    ) m join unit u on u.kommun_code = m.kommun_code and u.id = m.unit_id
    where m.kommun_code = kompass.kommun() and m.quarter between ${first} and ${last}`;
}

async function loadPopulations({ sql }: ActorTransaction): Promise<UnitPopulation[]> {
  return await sql<{ unit: string; ageGroup: BarnteamAgeGroup; quarter: string | null; children: number }[]>`
    select u.code as unit, p.age_group as "ageGroup", p.quarter, p.children
      from unit_population p join unit u on u.kommun_code = p.kommun_code and u.id = p.unit_id
     where p.kommun_code = kompass.kommun()`;
}

import type { Database } from "@kompassen/db";

type Sql = Database["sql"];

/** What the database holds of one kommun, in the words that deeds use of what they leave. */
export interface Stored {
  /** By id of the row. A row that is there in two forms, or in parts, stands as `torn`. */
  readonly states: ReadonlyMap<string, string>;
  /** Rows of the log by child and verb. */
  readonly logged: ReadonlyMap<string, number>;
}

export async function readStored(admin: Sql, kommunCode: string): Promise<Stored> {
  const rows = await admin<{ id: string; state: string }[]>`
    select c.id, format('child %s %s %s', count(distinct r.id), count(distinct p.id), count(distinct g.id)) as state
      from child c
      left join child_relation r on r.kommun_code = c.kommun_code and r.child_id = c.id
      left join placement p on p.kommun_code = c.kommun_code and p.child_id = c.id
      left join guardian g on g.kommun_code = c.kommun_code and g.child_id = c.id
     where c.kommun_code = ${kommunCode} group by c.id
    union all
    select id, format('support %s %s', version, description) from support where kommun_code = ${kommunCode}
    union all
    select id, format('event %s', description) from life_event where kommun_code = ${kommunCode}
    union all
    select id, format('consent %s', paper_location) from consent where kommun_code = ${kommunCode}
    union all
    select d.id, format('draft %s %s', d.version, (select string_agg(a.value->>'comment', '')
                                                     from jsonb_each(d.content->'areas') a))
      from draft d where d.kommun_code = ${kommunCode}
    union all
    select a.id, format('handed in %s', (select string_agg(c.text, '|') from assessment_comment c
                                          where c.kommun_code = a.kommun_code and c.assessment_id = a.id))
      from assessment a where a.kommun_code = ${kommunCode}`;
  const states = new Map<string, string>();
  for (const { id, state } of rows) states.set(id, states.has(id) ? "torn" : state);
  const logged = await admin<{ child_id: string; verb: string; rows: number }[]>`
    select c.child_id, l.verb, count(*)::int as rows
      from audit_log l join audit_child c on c.kommun_code = l.kommun_code and c.alias = l.chain
     where l.kommun_code = ${kommunCode} group by c.child_id, l.verb`;
  return {
    states,
    logged: new Map(logged.map(({ child_id, verb, rows }) => [`${child_id} ${verb}`, rows])),
  };
}

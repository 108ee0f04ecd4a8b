import type { ActorContext } from "../context/index.ts";

export interface AdministrationEntry {
  readonly at: string;
  readonly by: string;
  /** `recordUnit` */
  readonly verb: string;
  readonly table: string;
  readonly subject: string | null;
  /** Names of fields, no values. */
  readonly fields: readonly string[];
}

interface EntryRow {
  readonly at: string;
  readonly by: string;
  readonly verb: string;
  readonly fields: readonly string[];
}

const MOST = 200;

/** Who changed what, the latest first, with the name of what was changed as it is today. */
export async function listAdministrationLog({
  tx,
  signedIn,
}: ActorContext): Promise<readonly AdministrationEntry[]> {
  const { sql } = tx;
  const rows = await sql<EntryRow[]>`
    select l.at, p.given_name || ' ' || p.family_name as by, l.verb, l.fields
      from kompass.list_administration_log(${MOST}) l
      join person p on p.kommun_code = ${signedIn.kommunCode} and p.id = l.person_id
     order by l.at desc`;
  const ids = rows.flatMap(({ fields }) => subjectOf(fields)?.id ?? []);
  const names = await sql<{ id: string; name: string }[]>`
    select id, name from unit where kommun_code = ${signedIn.kommunCode} and id = any(${ids}::uuid[])
    union all select id, name from omrade where kommun_code = ${signedIn.kommunCode} and id = any(${ids}::uuid[])
    union all select id, name from team
     where kommun_code = ${signedIn.kommunCode} and child_id is null and id = any(${ids}::uuid[])
    union all select id, given_name || ' ' || family_name from person
     where kommun_code = ${signedIn.kommunCode} and id = any(${ids}::uuid[])`;
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  return rows.map(({ fields, verb, ...row }) => {
    const subject = subjectOf(fields);
    return {
      ...row,
      verb: verb.replace(/^administration\./, ""),
      table: subject?.table ?? "",
      subject: subject === null ? null : (nameOf.get(subject.id) ?? null),
      fields: fields.slice(1).map((field) => field.replace(/^[a-z_]+\./, "")),
    };
  });
}

function subjectOf([first]: readonly string[]): { readonly table: string; readonly id: string } | null {
  const [table, id] = first?.split(":") ?? [];
  return table === undefined || id === undefined ? null : { table, id };
}

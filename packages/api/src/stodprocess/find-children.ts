import type { ActorTransaction } from "@kompassen/db";

/**
 * Children by what a file calls them: the case number, or the id they were read in with, whoever read them in.
 * A name that two children answer to is nobody's.
 */
export async function findChildren(
  { sql }: ActorTransaction,
  names: ReadonlySet<string>,
): Promise<Map<string, string>> {
  const found = await sql<{ name: string; id: string }[]>`
    select name, (array_agg(id))[1] as id from (
      select case_number as name, id from child where kommun_code = kompass.kommun()
      union
      select regexp_replace(source_key, '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/', ''), id from child
       where kommun_code = kompass.kommun() and source_key is not null
    ) named
     where name = any(${[...names]}::text[])
     group by name having count(distinct id) = 1`;
  return new Map(found.map(({ name, id }) => [name, id]));
}

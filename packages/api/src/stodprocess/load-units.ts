import type { ActorTransaction } from "@kompassen/db";

/** Unit ids by the unit's code. */
export async function loadUnits({ sql }: ActorTransaction): Promise<Map<string, string>> {
  const units = await sql<{ code: string; id: string }[]>`
    select code, id from unit where kommun_code = kompass.kommun()`;
  return new Map(units.map(({ code, id }) => [code, id]));
}

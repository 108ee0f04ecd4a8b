import type { ActorTransaction } from "@kompassen/db";
import { type AnswerLayout, AREAS, type Area, type InstrumentId } from "@kompassen/domain/behovskompass";

interface LayoutRow {
  readonly number: number;
  readonly instrument: InstrumentId;
  readonly version: string;
  readonly areas: readonly Area[];
  readonly keys: readonly string[];
}

/** How the answers of each instrument version of the kommun are packed, by version number. */
export async function listLayouts({ sql }: ActorTransaction): Promise<Map<number, AnswerLayout>> {
  const rows = await sql<LayoutRow[]>`
    select v.number, v.instrument, v.version,
           array_agg(s.area order by s.position) as areas, array_agg(s.key order by s.position) as keys
      from instrument_version v
      join instrument_statement s on s.kommun_code = v.kommun_code and s.version_number = v.number
     where v.kommun_code = kompass.kommun()
     group by v.number, v.instrument, v.version`;
  return new Map(rows.map((row) => [row.number, toLayout(row)]));
}

/** The same order as the domain packs in: areas in the model's order, statements in the version's own. */
function toLayout({ instrument, version, areas, keys }: LayoutRow): AnswerLayout {
  let start = 0;
  const listed = AREAS.flatMap((area) => {
    const own = keys.filter((_, index) => areas[index] === area);
    if (own.length === 0) return [];
    const layout = { area, start, keys: own };
    start += own.length;
    return [layout];
  });
  return { instrument, version, length: start, areas: listed };
}

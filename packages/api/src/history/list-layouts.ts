import type { ActorTransaction } from "@kompassen/db";
import {
  type AnswerLayout,
  answerLayout,
  type InstrumentId,
  type Statement,
} from "@kompassen/domain/behovskompass";

export interface LayoutRow {
  readonly number: number;
  readonly id: InstrumentId;
  readonly version: string;
  readonly statements: readonly Pick<Statement, "area" | "key">[];
}

/** How the answers of each instrument version of the kommun are packed, by version number. */
export async function listLayouts({ sql }: ActorTransaction): Promise<Map<number, AnswerLayout>> {
  const rows = await sql<LayoutRow[]>`
    select v.number, v.instrument as id, v.version,
           json_agg(json_build_object('area', s.area, 'key', s.key) order by s.position) as statements
      from instrument_version v
      join instrument_statement s on s.kommun_code = v.kommun_code and s.version_number = v.number
     where v.kommun_code = kompass.kommun()
     group by v.number, v.instrument, v.version`;
  return new Map(rows.map((row) => [row.number, answerLayout(row)]));
}

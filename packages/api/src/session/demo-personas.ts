import type { Database } from "@kompassen/db";
import type { PersonRole } from "@kompassen/domain/people";

/** An invented person who can be chosen at the demo's login. */
export interface DemoPersona {
  readonly kommunCode: string;
  readonly kommunName: string;
  readonly personId: string;
  readonly name: string;
  readonly title: string;
  readonly unitName: string | null;
  readonly roles: readonly PersonRole[];
}

/** Only ever persons whom the demo made: their login keys begin with `demo:`. */
export async function listDemoPersonas(database: Database): Promise<DemoPersona[]> {
  return await database.sql<DemoPersona[]>`
    select kommun_code as "kommunCode", kommun_name as "kommunName", person_id as "personId", name, title,
           unit_name as "unitName", roles from kompass.demo_personas()`;
}

import type { Database } from "@kompassen/db";

/** Somebody invented whom one can be at the login service of a trial. */
export interface TrialPerson {
  /** Staff and guardians log in as two clients of the one service. */
  readonly audience: "staff" | "guardian";
  /** The login key in Kompassen, or who the guardian is. */
  readonly key: string;
  readonly name: string;
  readonly note: string;
}

const DEMO_KOMMUNER = ["9001", "9002"];

/** Not in any register: to see what happens then. */
const STRANGERS: readonly TrialPerson[] = [
  {
    audience: "staff",
    key: "okand@kommun.example",
    name: "Någon som inte finns i Kompassen",
    note: "känd av inloggningstjänsten, inte upplagd i Kompassen",
  },
  {
    audience: "guardian",
    key: "demo:ny-vardnadshavare-1",
    name: "Ny vårdnadshavare",
    note: "har fått ett brev med en kod",
  },
  {
    audience: "guardian",
    key: "demo:ny-vardnadshavare-2",
    name: "En annan ny vårdnadshavare",
    note: "har fått ett brev med en kod",
  },
];

/** Everybody whom the demo made, those who have left too, as they are right now. */
export async function listTrialPersons(database: Database): Promise<TrialPerson[]> {
  const found: TrialPerson[] = [];
  for (const kommunCode of DEMO_KOMMUNER) {
    const actor = { type: "system", kommunCode, job: "oidc" } as const;
    const here = await database.transaction(
      actor,
      ({ sql }) => sql<TrialPerson[]>`
        select 'staff' as audience, login_key as key, given_name || ' ' || family_name as name,
               title || case when disabled_at is null then '' else ', kontot är avslutat' end as note
          from person
         where login_key like 'demo:%' or (login_key like 'staff:%' and disabled_at is not null)
        union all
        select 'guardian', a.subject, min(g.name), string_agg(g.relation, ' och ' order by g.id)
          from guardian_account a join guardian g on g.kommun_code = a.kommun_code and g.account_id = a.id
         where a.issuer = 'demo' group by a.subject order by 1 desc, 4, 3`,
    );
    found.push(...here);
  }
  const known = new Set(found.map(({ key }) => key));
  return [...found, ...STRANGERS.filter(({ key }) => !known.has(key))];
}

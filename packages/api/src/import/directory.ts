import type { RESPONSIBLE_KINDS, UnitKind } from "@kompassen/domain/people";
import type { ImportContext } from "./import-request.ts";

export interface Responsible {
  readonly personId: string;
  readonly kind: (typeof RESPONSIBLE_KINDS)[number];
}

/** The places and people that a file may name. */
export interface Directory {
  /** Unit ids by the unit's code. */
  readonly units: ReadonlyMap<string, string>;
  /** What kind of place a unit is, by its id. */
  readonly unitKinds: ReadonlyMap<string, UnitKind>;
  /** By login key: whoever is Barnkontakt or Stödsamordnare today, and may follow the children. */
  readonly responsibles: ReadonlyMap<string, Responsible>;
}

/** Who imports as a person may name nobody else. */
export async function loadDirectory({ tx, importer, today }: ImportContext): Promise<Directory> {
  const onlyPerson = importer.kind === "person" ? importer.personId : null;
  const [units, responsibles] = await Promise.all([
    tx.sql<{ code: string; id: string; kind: UnitKind }[]>`
      select code, id, kind from unit where kommun_code = kompass.kommun()`,
    // min: somebody who is both follows as Barnkontakt, which every child has.
    tx.sql<{ loginKey: string; personId: string; kind: Responsible["kind"] }[]>`
      select p.login_key as "loginKey", p.id as "personId", min(r.role) as kind
        from person p join person_role r on r.kommun_code = p.kommun_code and r.person_id = p.id
       where p.kommun_code = kompass.kommun() and p.disabled_at is null
         and r.role in ('barnkontakt', 'stodsamordnare')
         and r.valid_from <= ${today} and (r.valid_to is null or r.valid_to >= ${today})
         and (${onlyPerson}::uuid is null or p.id = ${onlyPerson})
       group by p.login_key, p.id`,
  ]);
  return {
    units: new Map(units.map(({ code, id }) => [code, id])),
    unitKinds: new Map(units.map(({ id, kind }) => [id, kind])),
    responsibles: new Map(responsibles.map(({ loginKey, personId, kind }) => [loginKey, { personId, kind }])),
  };
}

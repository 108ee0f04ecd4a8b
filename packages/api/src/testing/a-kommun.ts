import type { TestDatabase } from "@kompassen/db/testing";
import { PLACEHOLDER_INSTRUMENTS } from "@kompassen/domain/behovskompass";
import type { PersonRole } from "@kompassen/domain/people";
import { todayInSweden } from "@kompassen/domain/shared";
import { type Context, createCaller, type SignedIn } from "../index.ts";
import { silentLog } from "../log/index.ts";

export type Caller = ReturnType<typeof createCaller>;

/** An arranged kommun with one school, forms, and staff who can be called as. */
export interface TestKommun {
  readonly kommunCode: string;
  readonly unitId: string;
  /** `atOpenScreen` is the same person who has not proved anew who they are. */
  person(name: string, ...roles: PersonRole[]): Promise<{ id: string; as: Caller; atOpenScreen: Caller }>;
}

/** Arranges past every lock; what is tested then goes through the api as one person. */
export async function aKommun(database: TestDatabase, kommunCode: string): Promise<TestKommun> {
  const { admin } = database;
  const unitId = crypto.randomUUID();
  await admin`insert into kommun (kommun_code, name) values (${kommunCode}, ${`Kommun ${kommunCode}`})`;
  await admin`
    insert into unit (kommun_code, id, code, name, kind) values (${kommunCode}, ${unitId}, 'skola-1', 'Skola 1', 'grundskola')`;
  for (const [index, instrument] of PLACEHOLDER_INSTRUMENTS.entries()) {
    await admin`
      insert into instrument_version (kommun_code, number, instrument, version, title, text_status, valid_from)
      values (${kommunCode}, ${index + 1}, ${instrument.id}, ${instrument.version}, ${instrument.title.sv}, ${instrument.status}, ${instrument.validFrom})`;
    for (const [position, statement] of instrument.statements.entries()) {
      await admin`
        insert into instrument_statement (kommun_code, version_number, position, key, area, text, source)
        values (${kommunCode}, ${index + 1}, ${position}, ${statement.key}, ${statement.area}, ${statement.text?.sv ?? null}, ${statement.source})`;
    }
  }
  return {
    kommunCode,
    unitId,
    person: async (name, ...roles) => {
      const id = crypto.randomUUID();
      await admin`
        insert into person (kommun_code, id, login_key, given_name, family_name, title, unit_id)
        values (${kommunCode}, ${id}, ${`test:${id}`}, ${name}, 'Test', 'test', ${unitId})`;
      for (const role of roles) {
        await admin`
          insert into person_role (kommun_code, person_id, role, valid_from) values (${kommunCode}, ${id}, ${role}, '2020-01-01')`;
      }
      const as = (steppedUpAt: Date | null) =>
        createCaller(
          contextOf(database, { kommunCode, personId: id, name, title: "test", roles, steppedUpAt }),
        );
      return { id, as: as(new Date()), atOpenScreen: as(null) };
    },
  };
}

function contextOf(database: TestDatabase, signedIn: SignedIn | null): Context {
  const now = new Date();
  const { app, statistics, family } = database;
  return {
    database: app,
    statistics,
    family,
    log: silentLog,
    signedIn,
    guardian: null,
    now,
    today: todayInSweden(now),
  };
}

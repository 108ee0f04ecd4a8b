import { randomUUID } from "node:crypto";
import { PLACEHOLDER_INSTRUMENTS } from "@kompassen/domain/behovskompass";
import type { PersonRole } from "@kompassen/domain/people";
import { type LocalDate, localDate } from "@kompassen/domain/shared";
import type { Sql } from "postgres";
import { insertRows } from "./insert-rows.ts";
import { addInstrument } from "./instrument-rows.ts";
import { emptyRows } from "./kommun-rows.ts";

export interface TestPerson {
  readonly id: string;
}

/** A kommun with one school and the placeholder forms: enough for a child to be rated in. */
export interface TestKommun {
  /** Past every lock: what is tested then goes through the locks. */
  readonly admin: Sql;
  readonly kommunCode: string;
  readonly today: LocalDate;
  readonly unitId: string;
  aPerson(...roles: readonly PersonRole[]): Promise<TestPerson>;
}

export const LONG_AGO = localDate("2020-01-01");

/** @param admin as the owner of the database, or another connection that no row security binds */
export async function aKommun(admin: Sql, kommunCode: string, today: LocalDate): Promise<TestKommun> {
  const rows = emptyRows();
  const unitId = randomUUID();
  rows.kommun.push({ code: kommunCode, name: `Kommun ${kommunCode}` });
  rows.unit.push({
    kommunCode,
    id: unitId,
    code: "SKO1",
    name: "Skolan",
    kind: "grundskola",
    omradeId: null,
  });
  for (const [index, instrument] of PLACEHOLDER_INSTRUMENTS.entries()) {
    addInstrument(rows, kommunCode, index + 1, instrument, LONG_AGO);
  }
  await insertRows(admin, rows);
  return {
    admin,
    kommunCode,
    today,
    unitId,
    aPerson: (...roles) => addPerson(admin, kommunCode, unitId, roles),
  };
}

async function addPerson(
  admin: Sql,
  kommunCode: string,
  unitId: string,
  roles: readonly PersonRole[],
): Promise<TestPerson> {
  const rows = emptyRows();
  const id = randomUUID();
  rows.person.push({
    kommunCode,
    id,
    loginKey: `test:${id}`,
    givenName: "Solumi",
    familyName: "Granverle",
    title: "Kurator",
    unitId,
  });
  for (const role of roles) {
    rows.personRole.push({ kommunCode, personId: id, role, validFrom: LONG_AGO, validTo: null });
  }
  await insertRows(admin, rows);
  return { id };
}

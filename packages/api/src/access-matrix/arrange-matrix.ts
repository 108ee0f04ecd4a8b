import type { TestDatabase } from "@kompassen/db/testing";
import { PERSON_ROLES } from "@kompassen/domain/people";
import type { LocalDate } from "@kompassen/domain/shared";
import { aKommun } from "../testing/index.ts";
import { type ArrangedChild, type ArrangedSet, childNumbered } from "./arranged-child.ts";
import { childRows } from "./child-rows.ts";
import { markChanges } from "./mark-changes.ts";
import { CONSENTS, PROTECTIONS, RELATIONS } from "./relations.ts";
import { releaseRows } from "./release-rows.ts";
import { addRow, nearTeamId, setRows, type TableRows } from "./set-rows.ts";

const MATRIX_KOMMUN = "8101";
const OTHER_KOMMUN = "8102";
const COLLEAGUE = "aaaaffff-0000-7000-8000-000000000001";

/** For every role, and for nobody's role, twelve children (consent x protected identity) and everybody around them. */
export async function arrangeMatrix(
  database: TestDatabase,
  today: LocalDate,
  roles: readonly ArrangedSet["role"][] = [null, ...PERSON_ROLES],
): Promise<ReadonlyMap<ArrangedSet["role"], ArrangedSet>> {
  const kommun = await aKommun(database, MATRIX_KOMMUN);
  const other = await aKommun(database, OTHER_KOMMUN);
  const rows: TableRows = new Map();
  const sets = new Map<ArrangedSet["role"], ArrangedSet>();
  let number = 0;
  for (const [index, role] of roles.entries()) {
    const people = new Map(RELATIONS.map((relation, place) => [relation, personId(index, place)]));
    const children = new Map<string, ArrangedChild>();
    for (const consent of CONSENTS) {
      for (const protection of PROTECTIONS) {
        number += 1;
        children.set(`${consent} ${protection}`, childNumbered(number));
      }
    }
    number += 2;
    const [another, closed] = [childNumbered(number - 1), childNumbered(number)];
    const set: ArrangedSet = {
      kommunCode: MATRIX_KOMMUN,
      otherKommunCode: OTHER_KOMMUN,
      unitId: kommun.unitId,
      otherUnitId: other.unitId,
      colleagueId: COLLEAGUE,
      standingTeamId: nearTeamId(index),
      role,
      another,
      closed,
      person: (relation) => known(people.get(relation)),
      child: (consent, protection) => known(children.get(`${consent} ${protection}`)),
    };
    sets.set(role, set);
    setRows(rows, set, { index, children: [...children.values(), closed], today });
    for (const consent of CONSENTS) {
      for (const protection of PROTECTIONS)
        childRows(rows, set, set.child(consent, protection), { consent, protection, today });
    }
    childRows(rows, set, closed, { consent: "given", protection: "ingen", today, isClosed: true });
    childRows(rows, set, another, { consent: "given", protection: "ingen", today, isAnother: true });
  }
  colleagueRows(rows, kommun.unitId);
  for (const kommunCode of [MATRIX_KOMMUN, OTHER_KOMMUN]) releaseRows(rows, kommunCode, today);
  await insertPastLocks(database.admin, rows);
  await markChanges(database.admin);
  return sets;
}

/** One for all sets: what somebody asks for oneself needs another who decides, and a child handed over a receiver. */
function colleagueRows(rows: TableRows, unitId: string): void {
  const base = { kommun_code: MATRIX_KOMMUN };
  addRow(rows, "person", {
    ...base,
    id: COLLEAGUE,
    login_key: "matrix:colleague",
    given_name: "Tilva",
    family_name: "Sjövande",
    title: "Kurator",
    unit_id: unitId,
    version: 1,
  });
  for (const role of ["barnkontakt", "stodsamordnare"])
    addRow(rows, "person_role", { ...base, person_id: COLLEAGUE, role, valid_from: "2020-01-01" });
}

/** Ids of people begin otherwise than those of any child. */
function personId(set: number, place: number): string {
  return `aaaa${set.toString(16).padStart(2, "0")}${place.toString(16).padStart(2, "0")}-0000-7000-8000-000000000001`;
}

/** Also what no verb would leave behind, such as a child on an agenda whose consent has ended. */
async function insertPastLocks(admin: TestDatabase["admin"], rows: TableRows): Promise<void> {
  await admin.begin(async (sql) => {
    await sql`set local session_replication_role = replica`;
    for (const [table, list] of rows) {
      const columns = [...new Set(list.flatMap((row) => Object.keys(row)))]
        .map((name) => `"${name}"`)
        .join(", ");
      await sql.unsafe(
        `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::text::jsonb)`,
        [JSON.stringify(list)],
      );
    }
  });
  await admin`analyze`;
}

function known<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new RangeError("not arranged");
  return value;
}

import { type Database, openDatabase } from "@kompassen/db";
import { findRunningServer } from "@kompassen/db/embedded";
import { aKommun } from "@kompassen/db/factories";
import { todayInSweden } from "@kompassen/domain/shared";

/**
 * Arranges, past every lock, a town with one child in an empty Kompassen that runs in the folder given: a
 * Stödsamordnare, a statistics officer, somebody who has left, and a guardian who has no login yet. Prints the ids.
 * With `disable <person>` it closes that person's account instead.
 */
const [folder = "", task, personId = ""] = process.argv.slice(2);
const adminUrl = await findRunningServer(folder);
if (adminUrl === null) throw new Error("no database is running there");
const database = openDatabase(adminUrl, { connections: 1 });
try {
  const { sql } = database;
  if (task === "disable") await sql`update person set disabled_at = now() where id = ${personId}`;
  else process.stdout.write(JSON.stringify(await arrangeTown(sql)));
} finally {
  await database.close();
}

async function arrangeTown(sql: Database["sql"]) {
  const today = todayInSweden(new Date());
  const kommun = await aKommun(sql, "9001", today);
  const { kommunCode, unitId } = kommun;
  const people = {
    stodsamordnare: await kommun.aPerson("stodsamordnare"),
    statistikansvarig: await kommun.aPerson("statistikansvarig"),
    slutat: await kommun.aPerson("stodsamordnare"),
  };
  for (const [name, { id }] of Object.entries(people)) {
    await sql`update person set login_key = ${`demo:${name}`}, family_name = ${name} where id = ${id}`;
  }
  await sql`update person set disabled_at = now() where id = ${people.slutat.id}`;
  const childId = crypto.randomUUID();
  const guardianId = crypto.randomUUID();
  await sql`
    insert into child (kommun_code, id, case_number, given_name, family_name, unit_id, registered_on)
    values (${kommunCode}, ${childId}, 'K7M-2QX', 'Solumi', 'Granverle', ${unitId}, ${today})`;
  await sql`
    insert into guardian (kommun_code, id, child_id, ordinal, name, relation)
    values (${kommunCode}, ${guardianId}, ${childId}, 1, 'Mirale Granverle', 'mamma')`;
  await sql`
    insert into child_relation (kommun_code, id, child_id, person_id, kind, valid_from)
    values (${kommunCode}, ${crypto.randomUUID()}, ${childId}, ${people.stodsamordnare.id}, 'stodsamordnare', ${today})`;
  return { childId, guardianId, personId: people.stodsamordnare.id };
}

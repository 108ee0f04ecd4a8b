import { randomUUID } from "node:crypto";
import { type ImportSummary, runImport } from "@kompassen/api/import";
import type { PrivateServer } from "../server/private-server.ts";
import { generatedFile } from "./history-file.ts";
import type { HistoryShape } from "./history-lines.ts";

export interface BenchPerson {
  readonly kommunCode: string;
  readonly personId: string;
  readonly loginKey: string;
}

/** An empty kommun with one school. */
export async function arrangeKommun({ admin }: PrivateServer, kommunCode: string): Promise<void> {
  await admin`insert into kommun (kommun_code, name) values (${kommunCode}, ${`Mätkommun ${kommunCode}`})`;
  await admin`
    insert into unit (kommun_code, id, code, name, kind)
    values (${kommunCode}, ${randomUUID()}, 'SKO1', 'Mätskolan', 'grundskola')`;
}

export async function arrangePerson(
  { admin }: PrivateServer,
  kommunCode: string,
  loginKey: string,
): Promise<BenchPerson> {
  const personId = randomUUID();
  await admin`
    insert into person (kommun_code, id, login_key, given_name, family_name, title)
    values (${kommunCode}, ${personId}, ${loginKey}, 'Mätare', ${loginKey}, 'Stödsamordnare')`;
  await admin`
    insert into person_role (kommun_code, person_id, role, valid_from)
    values (${kommunCode}, ${personId}, 'stodsamordnare', '2020-01-01')`;
  return { kommunCode, personId, loginKey };
}

/** Children with compasses, followed by the person: by the product's own import. */
export async function fillWith(
  { job }: PrivateServer,
  { kommunCode, loginKey }: BenchPerson,
  shape: HistoryShape,
): Promise<ImportSummary> {
  const actor = { type: "system", kommunCode, job: "import" } as const;
  const result = await job.transaction(actor, (tx) =>
    runImport(
      { tx, now: new Date(), today: shape.today, importer: { kind: "job" }, onProgress: () => {} },
      {
        history: generatedFile(shape),
        children: null,
        equivalence: null,
        instrument: null,
        register: false,
        unitCode: "SKO1",
        responsible: loginKey,
      },
      "commit",
    ),
  );
  if (result.kind === "refused")
    throw new Error(`the generated file is refused: ${JSON.stringify(result.faults[0])}`);
  return result.summary;
}

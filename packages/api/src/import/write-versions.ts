import type { EquivalencePair } from "./file-equivalences.ts";
import type { AddedVersion } from "./form-versions.ts";
import type { ImportContext } from "./import-request.ts";
import { toStored } from "./stored-versions.ts";

export async function writeVersions({ tx }: ImportContext, versions: readonly AddedVersion[]): Promise<void> {
  for (const { number, form } of versions) {
    await tx.sql`
      insert into instrument_version (kommun_code, number, instrument, version, title, text_status, valid_from)
      values (kompass.kommun(), ${number}, ${form.id}, ${form.version}, ${form.title.sv}, ${form.status}, ${form.validFrom})`;
    const statements = form.statements.map((statement, position) => ({ position, ...toStored(statement) }));
    await tx.sql`
      insert into instrument_statement (kommun_code, version_number, position, key, area, text, text_en,
                                        text_by_age_form, source)
      select kompass.kommun(), ${number}, s.position, s.key, s.area, s.text, s."textEn", s."textByAgeForm", s.source
        from jsonb_to_recordset(${JSON.stringify(statements)}::text::jsonb) as s (
          position smallint, key text, area text, text text, "textEn" text, "textByAgeForm" jsonb, source text)`;
  }
}

export async function writeEquivalences(
  { tx }: ImportContext,
  pairs: readonly EquivalencePair[],
): Promise<void> {
  if (pairs.length === 0) return;
  await tx.sql`
    insert into statement_equivalence (kommun_code, instrument, from_version, to_version, from_statement, to_statement)
    select kompass.kommun(), e.instrument, e."fromVersion", e."toVersion", e."from", e."to"
      from jsonb_to_recordset(${JSON.stringify(pairs)}::text::jsonb) as e (
        instrument text, "fromVersion" text, "toVersion" text, "from" text, "to" text)`;
}

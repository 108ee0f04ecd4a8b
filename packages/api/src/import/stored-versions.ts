import {
  answerLayout,
  type Instrument,
  type InstrumentId,
  type InstrumentStatus,
  PLACEHOLDER_INSTRUMENTS,
  type Statement,
} from "@kompassen/domain/behovskompass";
import type { LocalDate } from "@kompassen/domain/shared";
import type { EquivalencePair } from "./file-equivalences.ts";
import { type AddedVersion, addVersion, type FormVersion } from "./form-versions.ts";
import type { ImportContext } from "./import-request.ts";

/** An instrument version as it is stored, with its texts. */
export interface StoredVersion extends FormVersion {
  readonly title: string;
  readonly validFrom: LocalDate;
  readonly statements: readonly StoredStatement[];
}

export interface StoredStatement {
  readonly key: string;
  readonly area: Statement["area"];
  readonly text: string | null;
  readonly textEn: string | null;
  readonly textByAgeForm: Statement["textByAgeForm"] | null;
  readonly source: string;
}

interface VersionRow {
  readonly number: number;
  readonly instrument: InstrumentId;
  readonly version: string;
  readonly status: InstrumentStatus;
  readonly title: string;
  readonly validFrom: LocalDate;
  readonly statements: readonly StoredStatement[];
}

export async function loadVersions({ tx }: ImportContext): Promise<StoredVersion[]> {
  const rows = await tx.sql<VersionRow[]>`
    select v.number, v.instrument, v.version, v.text_status as status, v.title, v.valid_from::text as "validFrom",
           json_agg(json_build_object('key', s.key, 'area', s.area, 'text', s.text, 'textEn', s.text_en,
                                      'textByAgeForm', s.text_by_age_form, 'source', s.source)
                    order by s.position) as statements
      from instrument_version v
      join instrument_statement s on s.kommun_code = v.kommun_code and s.version_number = v.number
     where v.kommun_code = kompass.kommun()
     group by v.number, v.instrument, v.version, v.text_status, v.title, v.valid_from
     order by v.number`;
  return rows.map(({ instrument, version, ...row }) => ({
    ...row,
    layout: answerLayout({ id: instrument, version, statements: row.statements }),
  }));
}

export async function loadEquivalences({ tx }: ImportContext): Promise<EquivalencePair[]> {
  return await tx.sql<EquivalencePair[]>`
    select instrument, from_version as "fromVersion", to_version as "toVersion", from_statement as "from",
           to_statement as "to"
      from statement_equivalence where kommun_code = kompass.kommun()`;
}

/** A kommun rates with the placeholders until its official forms are loaded; a new kommun may lack them. */
export function missingPlaceholders(versions: readonly FormVersion[]): AddedVersion[] {
  const added: AddedVersion[] = [];
  for (const form of PLACEHOLDER_INSTRUMENTS) {
    const isThere = versions.some(({ layout }) => layout.instrument === form.id);
    if (!isThere) added.push(addVersion([...versions, ...added], form, "placeholder"));
  }
  return added;
}

/** The same form, loaded a second time. */
export function isSameForm(stored: StoredVersion, form: Instrument): boolean {
  return (
    stored.status === form.status &&
    stored.title === form.title.sv &&
    stored.validFrom === form.validFrom &&
    JSON.stringify(stored.statements.map(toComparable)) ===
      JSON.stringify(form.statements.map(toStored).map(toComparable))
  );
}

/** A statement as its row holds it. */
export function toStored({ key, area, text, textByAgeForm, source }: Statement): StoredStatement {
  return {
    key,
    area,
    text: text?.sv ?? null,
    textEn: text?.en ?? null,
    textByAgeForm: textByAgeForm ?? null,
    source,
  };
}

/** The database gives the age forms back in an order of its own. */
function toComparable({ textByAgeForm, ...statement }: StoredStatement) {
  const byAgeForm = Object.entries(textByAgeForm ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const texts = byAgeForm.map(([ageForm, text]) => [ageForm, text.sv, text.en]);
  const { key, area, text, textEn, source } = statement;
  return [key, area, text, textEn, source, texts];
}

import type { ActorTransaction } from "@kompassen/db";
import type { AgeForm, Area, InstrumentId } from "@kompassen/domain/behovskompass";

export interface FormStatement {
  readonly key: string;
  readonly area: Area;
  readonly text: string | null;
  readonly textEn: string | null;
}

/** The statements of one instrument version in its own order, worded for the age form where it has one. */
export async function listFormStatements(
  { sql }: ActorTransaction,
  versionNumber: number,
  ageForm: AgeForm | null,
): Promise<readonly FormStatement[]> {
  return await sql<FormStatement[]>`
    select key, area, coalesce(text_by_age_form -> ${ageForm ?? ""} ->> 'sv', text) as text,
           coalesce(text_by_age_form -> ${ageForm ?? ""} ->> 'en', text_en, text) as "textEn"
      from instrument_statement
     where kommun_code = kompass.kommun() and version_number = ${versionNumber} order by position`;
}

export interface KnownStatement extends FormStatement {
  readonly instrument: InstrumentId;
}

/** Every statement that the kommun has rated with, the newest wording of a key first: to name one in a sentence. */
export async function listStatements({ sql }: ActorTransaction): Promise<readonly KnownStatement[]> {
  return await sql<KnownStatement[]>`
    select v.instrument, s.key, s.area, s.text, coalesce(s.text_en, s.text) as "textEn"
      from instrument_statement s
      join instrument_version v on v.kommun_code = s.kommun_code and v.number = s.version_number
     where s.kommun_code = kompass.kommun() order by v.valid_from desc, v.number desc, s.position`;
}

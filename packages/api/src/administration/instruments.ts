import type { Instrument, InstrumentId } from "@kompassen/domain/behovskompass";
import type { LocalDate } from "@kompassen/domain/shared";
import type { ActorContext } from "../context/index.ts";

export interface LoadedInstrument {
  readonly number: number;
  readonly instrument: InstrumentId;
  readonly version: string;
  readonly title: string;
  readonly textStatus: Instrument["status"];
  readonly validFrom: LocalDate;
  readonly statements: number;
  /** How many forms it has been answered in is nobody's business here; whether it is in use is. */
  readonly isInUse: boolean;
}

/** The forms that are loaded, the newest of each first. */
export async function listInstruments({
  tx,
  signedIn,
  today,
}: ActorContext): Promise<readonly LoadedInstrument[]> {
  return await tx.sql<LoadedInstrument[]>`
    select v.number, v.instrument, v.version, v.title, v.text_status as "textStatus", v.valid_from::text as "validFrom",
           (select count(*)::int from instrument_statement s
             where s.kommun_code = v.kommun_code and s.version_number = v.number) as statements,
           v.text_status <> 'without_text' and v.valid_from <= ${today} and v.number = (
             select w.number from instrument_version w
              where w.kommun_code = v.kommun_code and w.instrument = v.instrument and w.text_status <> 'without_text'
                and w.valid_from <= ${today}
              order by w.valid_from desc, w.number desc limit 1) as "isInUse"
      from instrument_version v where v.kommun_code = ${signedIn.kommunCode}
     order by v.instrument, v.valid_from desc, v.number desc`;
}

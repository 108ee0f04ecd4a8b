import type { SupportKind } from "@kompassen/domain/barnets-plan";
import type { Area } from "@kompassen/domain/behovskompass";

/** A support as it may be written in the plan: what, and the title of whoever gives it. */
export interface SupportWords {
  readonly kind: SupportKind;
  readonly description: string;
  readonly givenByTitle: string;
}

const support = (kind: SupportKind, description: string, givenByTitle: string): SupportWords => ({
  kind,
  description,
  givenByTitle,
});

export const SUPPORTS_SMALL: Record<Area, readonly SupportWords[]> = {
  omsorg: [
    support(
      "extra_hembesok",
      "Hembesök varannan vecka för att prata om vardagen med ett litet barn",
      "föräldrastödjare",
    ),
    support("extra_telefonsamtal", "Ett samtal varje måndag: hur gick helgen?", "BVC-sköterska"),
  ],
  trygghet: [
    support("hamtning_lamning", "Samma pedagog möter vid grinden varje morgon", "förskollärare"),
    support("extra_hembesok", "Hembesök tillsammans med socialtjänsten", "BVC-sköterska"),
  ],
  ma_bra: [support("annat", "Sömnskola med hjälp av BVC", "BVC-sköterska")],
  fritid: [support("annat", "Öppna förskolan tillsammans med en kontaktfamilj", "föräldrastödjare")],
  tillhorighet: [support("resursperson", "En vuxen hjälper leken i gång i liten grupp", "förskollärare")],
  ansvarstagande: [support("resursperson", "Bildstöd och en vuxen nära vid varje byte", "specialpedagog")],
  respekteras: [support("annat", "Egen stund varje dag då barnet väljer vad vi gör", "förskollärare")],
  utvecklas: [support("annat", "Språklek i liten grupp tre gånger i veckan", "specialpedagog")],
};

export const SUPPORTS_SCHOOL: Record<Area, readonly SupportWords[]> = {
  omsorg: [
    support("extra_telefonsamtal", "Kort samtal hem varje fredag om veckan som gått", "mentor"),
    support("annat", "Föräldrastöd i hemmet, fem träffar", "familjebehandlare"),
  ],
  trygghet: [
    support("hamtning_lamning", "Sällskap till skolan de första veckorna", "elevassistent"),
    support("resursperson", "En trygg vuxen i korridoren och matsalen", "fritidspedagog"),
    support("annat", "Samtal en gång i veckan", "skolkurator"),
  ],
  ma_bra: [
    support("annat", "Samtal om sömn och oro, sex gånger", "samtalsbehandlare"),
    support("annat", "Lunch i mindre rum tillsammans med en kompis", "skolsköterska"),
  ],
  fritid: [
    support("anvandarresa", "Skjuts till träningen på torsdagar", "fritidsledare"),
    support("annat", "Prova på tre aktiviteter tillsammans med fritidsgården", "fritidsledare"),
  ],
  tillhorighet: [
    support("resursperson", "Ledda lekar på långrasten", "fritidspedagog"),
    support("annat", "Kompisgrupp på onsdagar", "skolkurator"),
  ],
  ansvarstagande: [
    support("annat", "Veckoschema som fylls i tillsammans varje måndag", "mentor"),
    support("extra_telefonsamtal", "Sms på morgonen när bussen går", "mentor"),
  ],
  respekteras: [support("annat", "Samtal i klassen om hur vi pratar med varandra", "skolkurator")],
  utvecklas: [
    support("resursperson", "Hjälp med läsning i liten grupp", "speciallärare"),
    support("annat", "Anpassad läxhjälp två eftermiddagar", "speciallärare"),
  ],
};

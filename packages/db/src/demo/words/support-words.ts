import type { SupportKind } from "@kompassen/domain/barnets-plan";
import type { Area } from "@kompassen/domain/behovskompass";

/** A support as it may be written in the plan: what, and the title of whoever gives it. */
export interface SupportWords {
  readonly kind: SupportKind;
  readonly description: string;
  readonly givenByTitle: string;
}

export const supportOf = (kind: SupportKind, description: string, givenByTitle: string): SupportWords => ({
  kind,
  description,
  givenByTitle,
});

export const SUPPORTS_SMALL: Record<Area, readonly SupportWords[]> = {
  omsorg: [
    supportOf(
      "extra_hembesok",
      "Hembesök varannan vecka för att prata om vardagen med ett litet barn",
      "föräldrastödjare",
    ),
    supportOf("extra_telefonsamtal", "Ett samtal varje måndag: hur gick helgen?", "BVC-sköterska"),
  ],
  trygghet: [
    supportOf("hamtning_lamning", "Samma pedagog möter vid grinden varje morgon", "förskollärare"),
    supportOf("extra_hembesok", "Hembesök tillsammans med socialtjänsten", "BVC-sköterska"),
  ],
  ma_bra: [supportOf("annat", "Sömnskola med hjälp av BVC", "BVC-sköterska")],
  fritid: [supportOf("annat", "Öppna förskolan tillsammans med en kontaktfamilj", "föräldrastödjare")],
  tillhorighet: [supportOf("resursperson", "En vuxen hjälper leken i gång i liten grupp", "förskollärare")],
  ansvarstagande: [supportOf("resursperson", "Bildstöd och en vuxen nära vid varje byte", "specialpedagog")],
  respekteras: [supportOf("annat", "Egen stund varje dag då barnet väljer vad vi gör", "förskollärare")],
  utvecklas: [supportOf("annat", "Språklek i liten grupp tre gånger i veckan", "specialpedagog")],
};

export const SUPPORTS_SCHOOL: Record<Area, readonly SupportWords[]> = {
  omsorg: [
    supportOf("extra_telefonsamtal", "Kort samtal hem varje fredag om veckan som gått", "mentor"),
    supportOf("annat", "Föräldrastöd i hemmet, fem träffar", "familjebehandlare"),
  ],
  trygghet: [
    supportOf("hamtning_lamning", "Sällskap till skolan de första veckorna", "elevassistent"),
    supportOf("resursperson", "En trygg vuxen i korridoren och matsalen", "fritidspedagog"),
    supportOf("annat", "Samtal en gång i veckan", "skolkurator"),
  ],
  ma_bra: [
    supportOf("annat", "Samtal om sömn och oro, sex gånger", "samtalsbehandlare"),
    supportOf("annat", "Lunch i mindre rum tillsammans med en kompis", "skolsköterska"),
  ],
  fritid: [
    supportOf("anvandarresa", "Skjuts till träningen på torsdagar", "fritidsledare"),
    supportOf("annat", "Prova på tre aktiviteter tillsammans med fritidsgården", "fritidsledare"),
  ],
  tillhorighet: [
    supportOf("resursperson", "Ledda lekar på långrasten", "fritidspedagog"),
    supportOf("annat", "Kompisgrupp på onsdagar", "skolkurator"),
  ],
  ansvarstagande: [
    supportOf("annat", "Veckoschema som fylls i tillsammans varje måndag", "mentor"),
    supportOf("extra_telefonsamtal", "Sms på morgonen när bussen går", "mentor"),
  ],
  respekteras: [supportOf("annat", "Samtal i klassen om hur vi pratar med varandra", "skolkurator")],
  utvecklas: [
    supportOf("resursperson", "Hjälp med läsning i liten grupp", "speciallärare"),
    supportOf("annat", "Anpassad läxhjälp två eftermiddagar", "speciallärare"),
  ],
};

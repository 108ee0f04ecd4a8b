import type { Area } from "@kompassen/domain/behovskompass";
import type { AreaPhrases } from "./area-phrases.ts";
import { type SupportWords, supportOf } from "./support-words.ts";

/** What adults say of a child before preschool; each phrase goes on after the child's name. */
export const PHRASES_BABY: Record<Area, AreaPhrases> = {
  omsorg: {
    better: ["blir lugn i famnen hos båda sina vuxna", "har fått dagar som liknar varandra"],
    hard: ["gråter mycket innan någon förstår vad som behövs", "har vuxna som inte har fått sova på länge"],
  },
  trygghet: {
    better: ["söker blicken och ler tillbaka", "kryper i väg och kommer tillbaka till sin vuxna"],
    hard: ["rycker till och blir ledsen av ljud", "är svår att trösta när någon går ut ur rummet"],
  },
  ma_bra: {
    better: ["går upp i vikt som det ska", "sover längre stunder på natten"],
    hard: ["äter lite åt gången och kräks ofta", "vaknar varje timme"],
  },
  fritid: {
    better: ["är med på babysången varje vecka", "är ute i vagnen varje dag"],
    hard: ["kommer sällan ut", "träffar nästan inga andra barn"],
  },
  tillhorighet: {
    better: ["har mormor och kusiner nära", "känns igen och hälsas på med namn på öppna förskolan"],
    hard: ["har en familj som känner få här", "träffar sällan någon utanför hemmet"],
  },
  ansvarstagande: {
    better: ["har vuxna som hjälps åt om nätterna", "har vuxna som kommer till alla besök"],
    hard: ["har missat två besök", "har vuxna som inte kommer överens om rutiner"],
  },
  respekteras: {
    better: ["får svar när det jollras", "får äta och sova i sin egen takt"],
    hard: ["får sällan svar på sitt joller", "blir ofta väckt för andras tider"],
  },
  utvecklas: {
    better: ["har börjat sitta själv och utforska", "jollrar och provar nya ljud"],
    hard: ["är mindre nyfiken än förra gången", "följer inte riktigt med blicken än"],
  },
};

export const SUPPORTS_BABY: Record<Area, readonly SupportWords[]> = {
  omsorg: [
    supportOf("extra_hembesok", "Hembesök varannan vecka om vardagen med ett litet barn", "föräldrastödjare"),
    supportOf("extra_telefonsamtal", "Ett samtal varje måndag: hur gick helgen?", "BVC-sköterska"),
  ],
  trygghet: [supportOf("annat", "Samspelsstund på BVC, fem gånger", "psykolog")],
  ma_bra: [
    supportOf("annat", "Hjälp med sömn och mat", "BVC-sköterska"),
    supportOf("extra_hembesok", "Hembesök med vägning varje vecka", "BVC-sköterska"),
  ],
  fritid: [supportOf("annat", "Babysång tillsammans med andra familjer", "föräldrastödjare")],
  tillhorighet: [supportOf("annat", "Föräldragrupp på torsdagar", "föräldrastödjare")],
  ansvarstagande: [supportOf("anvandarresa", "Skjuts till besöken på BVC", "samordnare")],
  respekteras: [supportOf("annat", "Samspelsstund hemma med film och samtal", "familjebehandlare")],
  utvecklas: [supportOf("extra_hembesok", "Lek och rörelse hemma tillsammans", "BVC-sköterska")],
};

export const EVENTS_BABY = [
  "Föddes några veckor för tidigt.",
  "Familjen flyttade till en större lägenhet.",
  "En förälder gick tillbaka till arbetet.",
  "Mormor flyttade in hos familjen.",
  "Var på sjukhus några dagar men mår bra igen.",
];

import type { Area } from "@kompassen/domain/behovskompass";

/** What adults say of a child in an area; each phrase goes on after the child's name. */
export interface AreaPhrases {
  readonly better: readonly string[];
  readonly hard: readonly string[];
}

export const PHRASES_SMALL: Record<Area, AreaPhrases> = {
  omsorg: {
    better: [
      "söker upp sina vuxna och låter sig tröstas",
      "har fått lugnare morgnar nu när båda vuxna hjälps åt",
    ],
    hard: [
      "får vänta länge på att någon märker vad som behövs",
      "har haft många olika vuxna omkring sig på kort tid",
    ],
  },
  trygghet: {
    better: ["vinkar hejdå på morgonen och går själv till leken", "sover hela nätter igen"],
    hard: ["blir rädd vid höga röster", "vill helst vara nära dörren och se vem som kommer"],
  },
  ma_bra: {
    better: ["äter bättre och orkar leka hela dagen", "har färre öroninflammationer sedan i höstas"],
    hard: ["sover oroligt och är trött på dagarna", "har haft ont i magen flera gånger i veckan"],
  },
  fritid: {
    better: ["går till öppna förskolan varje vecka", "är i skogen med morfar på lördagar"],
    hard: ["är mest inne hela helgerna", "har inga andra barn att leka med där hemma"],
  },
  tillhorighet: {
    better: ["har hittat en kompis att leka med varje dag", "är med i ringen och sjunger med"],
    hard: ["leker bredvid de andra men sällan med dem", "blir ofta ensam när grupperna delas"],
  },
  ansvarstagande: {
    better: ["väntar på sin tur för det mesta", "plockar gärna undan tillsammans med en vuxen"],
    hard: ["har svårt att lämna ifrån sig en leksak", "behöver en vuxen bredvid vid varje byte"],
  },
  respekteras: {
    better: [
      "visar tydligt vad som känns bra och blir lyssnad på",
      "får välja sång och bok och växer av det",
    ],
    hard: ["blir lätt överröstad av större barn", "säger nej utan att någon hör"],
  },
  utvecklas: {
    better: ["har fått många nya ord", "klär på sig nästan själv"],
    hard: ["pratar mindre än i våras", "tröttnar fort när något är nytt"],
  },
};

export const PHRASES_SCHOOL: Record<Area, AreaPhrases> = {
  omsorg: {
    better: [
      "äter middag med familjen de flesta dagar",
      "vet vem som är hemma efter skolan",
      "har fått mer tid med sin pappa",
    ],
    hard: [
      "är ensam hemma långa kvällar",
      "säger att ingen frågar hur dagen har varit",
      "tar ett stort ansvar för sina småsyskon",
    ],
  },
  trygghet: {
    better: [
      "går till skolan utan att vara orolig",
      "vet vem man ska säga till när det blir bråk",
      "känner sig lugn i omklädningsrummet igen",
    ],
    hard: [
      "undviker korridoren och matsalen",
      "är orolig för meddelanden på nätet",
      "vågar inte gå hem ensam",
    ],
  },
  ma_bra: {
    better: [
      "sover bättre och är piggare på morgnarna",
      "har mindre ont i huvudet",
      "skrattar mer nu än i höstas",
    ],
    hard: [
      "har svårt att somna och är trött i skolan",
      "känner sig nere flera dagar i veckan",
      "äter nästan ingen lunch",
    ],
  },
  fritid: {
    better: [
      "har börjat på bandy och längtar till torsdagarna",
      "är på fritidsgården två kvällar i veckan",
      "ritar varje dag och ska vara med i en utställning",
    ],
    hard: [
      "sitter mest på rummet efter skolan",
      "har slutat på fotbollen och inte hittat något nytt",
      "har ingenstans att vara på eftermiddagarna",
    ],
  },
  tillhorighet: {
    better: [
      "har fått en kompis i den nya klassen",
      "är med i leken på rasterna",
      "blir bjuden på kalas igen",
    ],
    hard: ["går ofta ensam på rasterna", "är utanför klassens chatt", "säger att ingen väntar efter skolan"],
  },
  ansvarstagande: {
    better: [
      "kommer i tid de flesta morgnar",
      "ber om hjälp innan det blir bråk",
      "packar väskan själv på kvällen",
    ],
    hard: ["hamnar ofta i bråk på rasten", "glömmer läxor och saker hemma", "kommer sent tre dagar av fem"],
  },
  respekteras: {
    better: [
      "säger att läraren lyssnar nu",
      "får vara med och bestämma hur stödet ska se ut",
      "blir kallad vid sitt rätta namn",
    ],
    hard: [
      "tycker att vuxna pratar över huvudet",
      "får höra elaka ord om sitt utseende",
      "känner sig inte trodd när det blir konflikt",
    ],
  },
  utvecklas: {
    better: ["läser en hel bok på egen hand", "klarar matten med lite hjälp", "vågar räcka upp handen"],
    hard: [
      "kommer efter i svenskan",
      "ger upp innan uppgiften har börjat",
      "har varit borta mycket och missat genomgångar",
    ],
  },
};

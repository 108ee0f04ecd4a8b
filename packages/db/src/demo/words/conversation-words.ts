/** Halves of what is written down after a follow-up; `{namn}` is the child's given name. */
export const HOW_IT_FEELS = {
  better: [
    "Det känns lättare när man ser hela bilden. Det är mer som fungerar än vi trodde.",
    "Stolt. {namn} pekar på kompassen och säger att den har blivit rundare.",
    "Bra. Alla runt bordet ser att det har hänt något.",
    "Hoppfullt, fast det är en bit kvar.",
  ],
  same: [
    "Helt okej. Det mesta är som förut, och det är bra så.",
    "Lugnt. Det känns skönt att det håller i sig.",
    "Bra. {namn} säger att det får vara så här.",
  ],
  stuck: [
    "Lite otåligt. {namn} vill att det ska gå fortare.",
    "Blandat. Somligt är bra och somligt står stilla.",
    "Lite uppgivet, men det är skönt att någon frågar igen.",
  ],
  worse: [
    "Det är jobbigt att se att det har gått tillbaka, men bra att vi pratar om det.",
    "Tungt. {namn} säger att det är så det känns också.",
    "Oroligt, men {namn} är glad att någon frågar.",
  ],
} as const;

/** The same for the youngest, who say nothing of it themselves. */
export const HOW_IT_FEELS_YOUNG = {
  better: [
    "Det känns lättare hemma. Vi hjälps åt nu.",
    "Stolt. Det är så mycket som har hänt på kort tid.",
    "Hoppfullt, fast det är en bit kvar.",
  ],
  same: ["Lugnt. Dagarna går sin gång.", "Helt okej. Vi känner igen oss i bilden."],
  stuck: ["Lite otåligt. Vi hade hoppats att det skulle ha vänt.", "Trött, men bra att få prata om det."],
  worse: ["Oroligt. Vi vill ha mer hjälp den närmaste tiden.", "Tungt, men vi är glada att ni ringer."],
} as const;

export const NOTHING_CHANGED = [
  "Inte så mycket har ändrats sedan sist. Vardagen rullar på.",
  "Det är ungefär som förra gången, både det som är bra och det som är svårt.",
];

export const PICTURE_MATCHES = ["Ja, det stämmer.", "Ja, så är det, säger {namn}.", ""];

export const PICTURE_DIFFERS = [
  "Nej. {namn} tycker att det är bättre hemma än vad siffran säger.",
  "Inte riktigt. {namn} hade en dålig dag när kompassen fylldes i.",
  "Nej, {namn} säger att de vuxna inte har sett allt som är svårt på rasterna.",
];

export const PICTURE_MATCHES_YOUNG = ["Ja, det stämmer, säger föräldrarna.", ""];

export const PICTURE_DIFFERS_YOUNG = [
  "Inte riktigt. Föräldrarna tycker att det är bättre hemma än vad siffran säger.",
  "Nej, förra veckan var ovanligt tung.",
];

export const WHAT_NEXT_YOUNG = [
  "Fortsätta som nu och ses igen om några veckor.",
  "Att vi hörs på telefon varje måndag.",
  "Ett hembesök till innan nästa gång.",
  "Att vi får träffa andra familjer i samma ålder.",
];

export const WHAT_NEXT = [
  "Fortsätta som nu och ses igen om några veckor.",
  "{namn} vill prova en aktivitet tillsammans med en kompis.",
  "Att läraren och hemmet hörs av varje fredag.",
  "Att stödet fortsätter terminen ut.",
  "Ett mål i taget. Vi börjar med det som {namn} själv har valt.",
  "Att {namn} får vara med på nästa möte och berätta själv.",
  "Låta det som har börjat få landa, innan vi tar något nytt.",
];

/** Why a handed-in assessment was corrected. */
export const CORRECTION_REASONS = [
  "Siffran hamnade på fel rad när pappret skrevs av.",
  "Fel formulär blev inskrivet. Rättat efter samtal med vårdnadshavaren.",
  "Ett svar skrevs av fel från pappersformuläret.",
];

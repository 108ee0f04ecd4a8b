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
    "Lite otåligt. {namn} vill att det ska gå fortare.",
    "Lugnt. Det känns skönt att det håller i sig.",
    "Blandat. Somligt är bra och somligt står stilla.",
  ],
  worse: [
    "Det är jobbigt att se att det har gått tillbaka, men bra att vi pratar om det.",
    "Tungt. {namn} säger att det är så det känns också.",
    "Oroligt, men {namn} är glad att någon frågar.",
  ],
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

export const WHAT_NEXT = [
  "Fortsätta som nu och ses igen om några veckor.",
  "{namn} vill prova en aktivitet tillsammans med en kompis.",
  "Att läraren och hemmet hörs av varje fredag.",
  "Att stödet fortsätter terminen ut.",
  "Ett mål i taget. Vi börjar med det som {namn} själv har valt.",
  "Att {namn} får vara med på nästa möte och berätta själv.",
  "En lugn sommar, och en ny kompass när terminen har kommit i gång.",
];

/** Why a handed-in assessment was corrected. */
export const CORRECTION_REASONS = [
  "Siffran hamnade på fel rad när pappret skrevs av.",
  "Fel formulär blev inskrivet. Rättat efter samtal med vårdnadshavaren.",
  "Ett svar skrevs av fel från pappersformuläret.",
];

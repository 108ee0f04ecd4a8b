const number = (value: number) => value.toLocaleString("sv-SE");

export const importFile = {
  title: "Läs in fil",
  lead: "Läs in kompasser från en fil, till exempel en som du har sparat från Excel. Du ser vad som händer innan något sparas, och barnen blir dina att följa.",
  files: "Välj filer",
  history: "Kompasser",
  historyHint: "En CSV-fil med en rad för varje svar.",
  historyColumns: "Vilka kolumner filen ska ha",
  children: "Vilka barnen är",
  childrenHint: "En CSV-fil med en rad för varje barn. Utan den får barnen sitt id från filen som namn.",
  childrenColumns: "Vilka kolumner barnfilen ska ha",
  mayBeEmpty: "De tre sista får vara tomma.",
  unit: "Enhet",
  unitHint: "För barn som filen inte anger någon enhet för.",
  chooseUnit: "Välj enhet",
  register: "Ta in filens egna påståenden",
  registerHint:
    "De blir en ny version av formuläret, märkt ”utan text”. Annars är okända påståenden fel i filen.",
  look: "Granska",
  commit: "Läs in",
  again: "Välj samma filer igen",
  againHint:
    "Webbläsaren behåller inte filerna mellan stegen. Välj samma filer en gång till här ovanför, och tryck på Läs in.",
  working: (words: string) => `${words} Lämna sidan öppen.`,
  phases: {
    reading: (count: number) => `Har läst ${number(count)} rader.`,
    comparing: (count: number) => `Har jämfört ${number(count)} barn.`,
    writing: (count: number) => `Sparar ${number(count)} rader.`,
    sending: "Skickar filerna.",
  },
  preview: "Det här händer när du läser in",
  previewNothing: "Allt i filen finns redan i Kompassen. Det finns inget att läsa in.",
  other:
    "Filerna är inte desamma som du granskade. Titta igenom det här först, och läs in igen om det stämmer.",
  done: "Inläsningen är klar.",
  doneNothing: "Allt i filen fanns redan. Inget har ändrats.",
  toChildren: "Till barn jag följer",
  notYet: "Inget är sparat ännu.",
  counts: {
    rows: "Rader",
    children: "Barn",
    compasses: "Kompasser",
    assessments: "Skattningar",
    thoughts: "Tankar och mål",
    versions: "Formulär",
    signals: "Lyfts till dig",
  },
  rowCount: (count: number) => number(count),
  newAndKnown: (added: number, known: number) => `${number(added)} nya, ${number(known)} finns redan`,
  version: (name: string, statements: number) => `${name}, utan text, ${statements} påståenden`,
  instruments: { samtalsunderlag: "Samtalsunderlag", skattningsformular: "Skattningsformulär" },
  areas: (count: number) => (count === 1 ? "1 område" : `${count} områden`),
  thoughtsKept: (count: number) =>
    count === 1
      ? "I 1 område står det något annat i Kompassen än i filen. Det som står i Kompassen gäller."
      : `I ${count} områden står det något annat i Kompassen än i filen. Det som står i Kompassen gäller.`,
  sample: "Filens första rader",
  refusedTitle: "Något behöver rättas i filen",
  refused: (count: number) =>
    count === 1 ? "Det finns 1 fel. Inget är sparat." : `Det finns ${count} fel. Inget är sparat.`,
  refusedFirst: (shown: number) => `De första ${shown} visas här.`,
  faults: "Fel i filen",
  faultColumns: { file: "Fil", row: "Rad", column: "Kolumn", value: "Det står", expected: "Det väntade var" },
  empty: "tomt",
  fileNames: {
    history: "Kompasser",
    children: "Barn",
    equivalence: "Motsvarigheter",
    instrument: "Formulär",
    options: "Val",
  },
  noFile: "Välj en fil att läsa in.",
  tooLarge: (megabytes: number) =>
    `Filen är för stor. Här går det att läsa in ${megabytes} MB i taget. Dela filen, eller be den som sköter servern att läsa in den med kommandot kompass import.`,
  overtaken: "Något ändrades i Kompassen samtidigt. Inget är sparat. Granska filen igen.",
  lost: "Nätet eller servern svarade inte hela vägen. Titta i listan över barn du följer om det hann sparas, och försök annars igen.",
};

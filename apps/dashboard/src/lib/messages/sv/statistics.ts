const children = (count: number) => (count === 1 ? "1 barn" : `${count} barn`);
const noneOr = (count: number) => (count === 0 ? "inget barn" : children(count));
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export const statistics = {
  title: "Statistik",
  howIsItGoing: "Hur går det?",
  release: (id: string) => `Utgåva ${id}`,
  released: (day: string) => `Släppt ${day}`,
  older: "Du läser en äldre utgåva.",
  toLatest: "Till den senaste",
  print: "Skriv ut",
  and: "och",
  children: "barn",
  hidden: "visas inte",
  absent: "ej tillämpligt",
  quarter: "Kvartal",
  step: "Steg",
  shortQuarter: (year: string, number: string) => `kv ${number} ${year}`,
  stepNames: [
    "Upptäckarkort",
    "Barnkontakt svarar",
    "Barnsamtal",
    "Beslut",
    "Barnteam",
    "Uppföljningssamtal",
    "Individuellt barnteam",
    "Behov uppfyllt",
  ],
  quarterBefore: "kvartalet före",
  yearBefore: "samma kvartal året före",
  than: (difference: number, when: string) =>
    difference === 0
      ? `lika många som ${when}`
      : `${Math.abs(difference)} ${difference > 0 ? "fler" : "färre"} än ${when}`,
  beforeNotShown: (when: string) => `talet för ${when} visas inte`,
  nothingBefore: "Inget tidigare kvartal att jämföra med",
  sentence: {
    cards: (period: string, count: number, change: string) =>
      `Under ${period} fick ${noneOr(count)} ett Upptäckarkort${change === "" ? "" : `, ${change}`}.`,
    about: (period: string) => `Utgåvan gäller ${period}.`,
    talks: (count: number) => `${capital(noneOr(count))} hade ett Barnsamtal.`,
    followed: (count: number, late: number | null) =>
      `${capital(noneOr(count))} följdes upp${late === null ? "" : `, och för ${late} dröjde uppföljningen`}.`,
    closed: (count: number) =>
      count === 0
        ? "För inget barn avslutades stödet med att behoven är uppfyllda."
        : `För ${children(count)} avslutades stödet för att behoven är uppfyllda.`,
    hiddenCards: "Upptäckarkort",
    hiddenTalks: "Barnsamtal",
    hiddenFollowed: "uppföljningar",
    hiddenClosed: "avslut där behoven är uppfyllda",
    notShown: (what: string) =>
      `Antalet ${what} visas inte, för att inget enskilt barn ska kunna kännas igen.`,
    change: (period: string, better: number, worse: number, shown: number) => {
      const inBetter = better === shown ? `alla ${shown} områden` : `${better} av ${shown} områden`;
      const first = `I barnens egna skattningar ${period} är det fler som förbättrats än som gått tillbaka i ${inBetter}`;
      return worse === 0 ? `${first}.` : `${first}, och tvärtom i ${worse}.`;
    },
  },
  figures: {
    upptackarkort: "barn fick ett Upptäckarkort",
    barnsamtal: "barn hade ett Barnsamtal",
    uppfoljning: "barn följdes upp",
    behov_uppfyllt: "barns behov är uppfyllda",
  },
  figuresNote:
    "Ett barn räknas en gång per steg och kalenderår. Därför är årets första kvartal ofta störst: jämför helst med samma kvartal året före.",
  figuresTitle: "Fyra tal",
  chartsTitle: "Över tid och genom stegen",
  charts: {
    "over-tid": {
      title: "Barn per kvartal",
      caption:
        "Så många barn fick ett Upptäckarkort, hade ett Barnsamtal och fick Barnets plan, per kvartal.",
    },
    flode: {
      title: (quarter: string) => `Flödet genom de åtta stegen, ${quarter}`,
      caption: "Barn som nådde varje steg under kvartalet. Det är inte samma barn i alla steg.",
    },
    uppfoljning: {
      title: "Uppföljningar, gjorda och dröjande",
      caption: "Barn som följdes upp, och barn där den planerade dagen passerade utan uppföljning.",
    },
    lyft: {
      title: "Lyft till teamet, och beslutat",
      caption: "Barn där en uppföljning lyftes till teamet, och barn där en person har beslutat.",
    },
  },
  followUpTitle: "Uppföljning",
  change: {
    title: "Förändring per område",
    lead: (period: string) =>
      `Andel av barnen, ${period}, mellan barnets två senaste jämförbara egna skattningar. Andelar av få barn står i spann.`,
    area: "Område",
    allHidden: "Inget av talen kan visas ens för hela kommunen tillsammans, utan att någon kan kännas igen.",
    groups: {
      improved: "Förbättrats",
      maintained: "Bibehållet",
      unchanged: "Ingen tydlig förändring",
      declined: "Tillbaka",
    },
  },
  lead: {
    title: "Ledtider",
    lead: (period: string) => `Dagar mellan stegen, ${period}. De som fortfarande väntar räknas med.`,
    column: "Från steg till steg",
  },
  howCounted: "Så räknas det",
  howCountedOf: (name: string) => `Så räknas det: ${name}`,
  counted: (who: string) => `Räknade: ${who}.`,
  inUnits: (measure: string) => `Mått: ${measure}.`,
  tablesTitle: "Tabeller",
  tablesLead: "Välj en tabell i taget. Raderna står i bokstavsordning, eller i modellens ordning.",
  choice: {
    table: "Tabell",
    level: "Fördelat på",
    age: "Åldersgrupp",
    period: "Period",
    rater: "Vems skattning",
    area: "Behovsområde",
    show: "Visa tabellen",
    tables: {
      steg: "Stegen i processen",
      hembesok: "Hembesök",
      utbildning: "Utbildade medarbetare",
      forandring: "Förändring per område",
      medel: "Medelskattning per område",
      starkas: "Behöver stärkas, per område",
      ledtider: "Ledtider",
    },
    titleLevels: { alder: "hela kommunen", omrade: "per geografiskt område", enhet: "per enhet" },
    levels: { alder: "Hela kommunen, per åldersgrupp", omrade: "Område", enhet: "Enhet" },
  },
  rowKind: {
    place: { alder: "Kommun", omrade: "Geografiskt område", enhet: "Enhet" },
    metric: "Mått",
    area: "Behovsområde",
    lead: "Från steg till steg",
  },
  head: {
    release: "Utgåva",
    day: "Släppt",
    rule: "Regel",
    hidden: "Visas inte",
    hiddenOf: (hidden: number, all: number) => `${hidden} av ${all} tal`,
    countRule: (least: number) =>
      `Antal under ${least} barn visas inte, utom noll. Inte heller tal som avslöjar dem.`,
    shareRule: (least: number) => `Andelar och medelvärden visas från ${least} barn, andelar i spann.`,
    audit: "Granskning",
    audited: "Granskad utan röjanden",
  },
  wayColumn: "Visas i stället",
  way: {
    ages: "alla åldrar tillsammans",
    year: (year: string) => `hela året ${year}`,
    omrade: (name: string) => `hela området ${name}`,
    kommun: (name: string) => `hela ${name}`,
  },
  seeWay: (row: string, way: string) => `${row}: visa ${way}`,
  ofChildren: (count: number) => children(count),
  allHidden: "Inget tal i tabellen kan visas utan att någon kan kännas igen.",
  withheld: (names: string) =>
    `Utgåvan har inte med: ${names}. Så få barn går inte att visa så här fint fördelade utan att någon kan kännas igen. Välj en grövre fördelning.`,
  tableEmpty: "Utgåvan har inga tal för det här valet. Välj en grövre fördelning eller en annan period.",
  tableNone:
    "Ingen utgåva har ännu den här tabellen. Den följer med när ett läsår är slut, efter andra kvartalet.",
  coarser: "Visa hela kommunen",
  downloads: {
    title: "Ladda ner",
    lead: "Samma tal som på sidan, och inget som inte visas här.",
    files: {
      pdf: "PDF för protokollet",
      xlsx: "Excel, flera blad",
      "csv-excel": "CSV för svenskt Excel",
      csv: "CSV för statistikprogram",
      "json-stat": "JSON-stat",
      zip: "Hela paketet för utvärdering",
    },
  },
  releases: {
    title: "Utgåvor",
    lead: "Varje utgåva är fryst: talen i den ändras aldrig.",
    periods: "Perioder",
    compare: "Jämför två utgåvor",
    compareLead: "Välj två utgåvor, så står deras tal bredvid varandra.",
    earlier: "Den tidigare",
    later: "Den senare",
    compareAction: "Jämför",
    open: (id: string) => `Läs utgåva ${id}`,
    definitions: "Definitioner av alla mått",
  },
  comparison: {
    title: "Jämför två utgåvor",
    lead: "Antal barn i hela kommunen, i utgåvornas sista kvartal.",
    metric: "Mått",
    change: "Förändring",
    notTold: "–",
    note: "En förändring står bara där båda talen visas.",
    same: "Välj två olika utgåvor.",
    tooFew: "Det finns bara en utgåva ännu. När nästa kvartal är släppt går de att jämföra.",
    more: (difference: number) => (difference > 0 ? `+${difference}` : `${difference}`.replace("-", "−")),
  },
  definitions: {
    title: "Definitioner",
    lead: "Vad varje mått betyder, vem som räknas och i vilken period. Samma text står bredvid talen.",
    finest: (level: string) => `Finaste fördelning: ${level}.`,
  },
  hiddenTitle: "Varför visas inte alla tal?",
  empty: {
    title: "Ingen utgåva har släppts ännu",
    lead: "När ett kvartal är slut tar den statistikansvariga fram en utgåva. En andra person granskar och godkänner den. Då står talen här, frysta.",
    while: "Under tiden kan du läsa vad som kommer att räknas.",
  },
  thin: {
    title: "Få barn, få tal",
    text: (name: string) =>
      `I ${name} är det ännu få barn i processen. Därför visas mest hela kommunen tillsammans, och nollor. Fler tal kommer när fler barn är med, eller när ett helt år är slut.`,
  },
  officer: {
    title: "Ta fram utgåvor",
    lead: "Här tar du fram ett utkast, ser vad som skulle döljas och varför, och lämnar det till en andra person för godkännande.",
    navigation: "Ta fram utgåvor",
    make: "Nytt utkast",
    quarters: "Kvartal",
    quartersHint:
      "Bara kvartal som är slut och inte redan släppta. Hela året och läsåret följer med när de är kompletta.",
    noQuarters: "Alla kvartal som är slut är redan släppta. Nästa går att ta fram när kvartalet är slut.",
    request: "Ta fram utkastet",
    openDraft: "Ett utkast är på väg. Godkänn eller dra tillbaka det innan du tar fram nästa.",
    list: "Utkast och beslut",
    none: "Inga utkast ännu.",
    columns: {
      periods: "Perioder",
      state: "Läge",
      requested: "Begärd",
      decided: "Beslutad",
    },
    byOn: (name: string, day: string) => `${name}, ${day}`,
    byJob: "Automatiskt",
    open: (periods: string) => `Öppna utkastet för ${periods}`,
    states: {
      requested: "Tas fram nu",
      draft: "Väntar på godkännande",
      failed: "Gick inte att ta fram",
      approved: "Släppt och fryst",
      withdrawn: "Tillbakadraget",
    },
    draftTitle: (periods: string) => `Utkast för ${periods}`,
    working: "Utkastet tas fram. Det kan ta någon minut. Sidan uppdateras av sig själv.",
    waited: (seconds: number) => `${seconds} sekunder har gått.`,
    reload: "Uppdatera nu",
    failed: "Utkastet gick inte att ta fram. Ingenting har släppts.",
    failedWhy: "Vad som gick fel",
    summary: "Granskningen i korthet",
    summaryLead:
      "Bygger på de dolda talen. Visas bara för dig som är statistikansvarig och finns inte i någon släppt fil.",
    facts: {
      published: "Tal som visas",
      primary: "Dolda för egen skull",
      secondary: "Dolda för andras skull",
      notApplicable: "Ej tillämpliga",
      sensitive: "Små tal och grupper som måste förbli osäkra",
      worlds: "Möjliga världar i beviset",
      exactDisclosures: "Röjanden",
      openToParents: "Små tal där en förälder kan räkna ut de andras",
      seconds: "Tid att ta fram",
      sha256: "Kontrollsumma",
    },
    secondsText: (seconds: number) => `${seconds.toFixed(1).replace(".", ",")} sekunder`,
    preview: "Det här skulle döljas",
    previewLead:
      "Varje dolt tal med sitt värde och skälet. För egen skull: talet är litet. För andras skull: talet är stort nog, men skulle gå att använda för att räkna ut ett litet.",
    previewOf: (shown: number, all: number) => `Visar ${shown} av ${all} dolda tal.`,
    previewAll: "Visa alla",
    previewNone: "Inget tal döljs i den här tabellen.",
    value: "Värde",
    why: "Skäl",
    whys: { primary: "för egen skull", secondary: "för andras skull" },
    decide: "Beslut",
    approveLead:
      "När du godkänner fryses utgåvan och styrgruppen kan läsa den. Det går inte att ångra, och perioderna kan inte släppas igen.",
    approveCheck: "Jag har gått igenom utkastet",
    approveMissing: "Kryssa i att du har gått igenom utkastet.",
    approve: "Godkänn och släpp",
    samePerson:
      "Du tog själv fram utkastet. En annan statistikansvarig måste godkänna det, så att två personer har sett det.",
    withdraw: "Dra tillbaka utkastet",
    withdrawLead: "Ingenting släpps. Du kan ta fram ett nytt utkast för samma kvartal.",
    approved: (id: string) => `Släppt och fryst som ${id}.`,
    read: "Läs utgåvan",
    withdrawn: "Utkastet är tillbakadraget. Ingenting har släppts.",
    closed: {
      same_person: "Den som tog fram utkastet kan inte godkänna det. Be en annan statistikansvarig.",
      release_not_open:
        "Utkastet är inte längre öppet, eller har ändrats sedan du läste det. Läs det igen innan du beslutar.",
    },
    onItsWay: "Ett annat utkast är redan på väg. Öppna det i listan nedan.",
    faults: {
      some_period: "Välj minst ett kvartal.",
      each_once: "Ett kvartal kan bara väljas en gång.",
      not_released: "Kvartalet är redan släppt och kan inte släppas igen.",
      ended: "Kvartalet är inte slut ännu.",
      in_order: "Ett senare kvartal är redan släppt. Utgåvor släpps i tidsordning.",
    },
  },
};

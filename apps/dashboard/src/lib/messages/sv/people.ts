export const people = {
  caseload: {
    title: "Barn jag följer",
    register: "Registrera ett barn",
    sections: {
      needs_assessment: {
        title: "Behöver din bedömning",
        lead: "Det här har hänt sedan sist. Öppna barnet, läs och ta ställning.",
      },
      follow_up: { title: "Uppföljning", lead: "Det är dags, det är snart dags, eller så saknas datum." },
      nothing_now: {
        title: "Inget att göra just nu",
        lead: "Här är allt planerat. Hit behöver du inte titta i dag.",
      },
    },
    count: (count: number) => (count === 1 ? "1 barn" : `${count} barn`),
    legend: "Den lilla bilden är barnets Behovskompass: förra gången i grått, den senaste i färg.",
    noneNeedsYou: "Inget barn behöver din bedömning just nu. Skönt.",
    noFollowUp: "Ingen uppföljning är försenad eller nära.",
    emptyTitle: "Du följer inga barn just nu",
    empty: "När du blir Barnkontakt eller Stödsamordnare för ett barn visas det här.",
    handedOver: "Överlämnat. Barnet följs nu av den du valde, och finns inte längre i din lista.",
    followAs: { barnkontakt: "du är Barnkontakt", stodsamordnare: "du är Stödsamordnare" },
    protected: "Skyddade uppgifter",
    moreReasons: (count: number) => (count === 1 ? "Och 1 skäl till" : `Och ${count} skäl till`),
    noCompass: "Ingen skattning ännu",
    glyphWithheld: "Bilden visas när formuläret är inlämnat",
    next: "Nästa uppföljning",
    noDate: "saknar datum",
    actions: {
      continue: "Fortsätt formuläret",
      read: "Läs och bedöm",
      followUp: "Ny uppföljning",
      setDate: "Sätt datum",
      open: "Öppna",
    },
    actionFor: (action: string, name: string) => `${action}: ${name}`,
  },
  reasons: {
    prolonged_stagnation: (areas: string) =>
      `${areas}: ingen tydlig förändring flera gånger i rad, och tankar kvarstår.`,
    decline: (areas: string) => `${areas}: tillbaka sedan förra gången.`,
    late: (areas: string) => `${areas}: mötet har varit, men inget är bestämt.`,
    stagnation: (areas: string) => `${areas}: ingen tydlig förändring, och tankar kvarstår.`,
    concern_remains: (areas: string) => `${areas}: åt rätt håll, men tankar kvarstår.`,
    concern_to_answer: (areas: string) =>
      `${areas}: finns det fortfarande tankar kring barnets välbefinnande?`,
    divergence: (areas: string) => `${areas}: skattningarna skiljer sig åt.`,
    childLowest: (areas: string) => `${areas}: skattningarna skiljer sig åt, och barnets är lägst.`,
    overdue: (date: string) => `Uppföljningen skulle ha gjorts ${date}.`,
    soon: (date: string, days: number) =>
      days === 0
        ? "Uppföljningen är i dag."
        : days === 1
          ? `Uppföljningen är i morgon, ${date}.`
          : `Uppföljningen är om ${days} dagar, ${date}.`,
    missing_date: "Det finns inget datum för nästa uppföljning.",
    draft_open: "Du har börjat på ett formulär.",
    listAnd: "och",
  },
  relations: { stodsamordnare: "Stödsamordnare", barnkontakt: "Barnkontakt", samtalsledare: "Samtalsledare" },
  header: {
    next: (date: string, status: string) =>
      status === "" ? `Nästa uppföljning ${date}` : `Nästa uppföljning ${date} (${status})`,
    noDate: "Inget datum för nästa uppföljning",
    consent: {
      none: "Skriftligt samtycke till team saknas",
      barnteam: "Skriftligt samtycke till Barnteam finns",
      individual: "Skriftligt samtycke till Individuellt barnteam finns",
      both: "Skriftligt samtycke till Barnteam och Individuellt barnteam finns",
    },
    closed: "Avslutat",
  },
  age: (years: number) => (years === 0 ? "under 1 år" : `${years} år`),
};

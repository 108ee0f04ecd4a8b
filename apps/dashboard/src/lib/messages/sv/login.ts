export const login = {
  with: (service: string) => `Logga in med ${service}`,
  again: "Logga in igen",
  trial:
    "Det här är ett prov med en inloggningstjänst på den egna datorn. Alla personer är påhittade, och du väljer där vem du vill vara.",
  staff: {
    title: "Du som arbetar med barn",
    lead: "Du loggar in med ditt tjänstekonto. Du behöver finnas upplagd i Kompassen sedan tidigare.",
  },
  guardian: {
    title: "Du som är vårdnadshavare",
    lead: "Första gången behöver du också koden i brevet du har fått av den som följer ditt barn.",
  },
  demoGuardians: {
    title: "Påhittade vårdnadshavare",
    lead: "De ser bara det som familjen får veta om sina egna barn.",
    of: (relations: readonly string[], isProtected: boolean) =>
      `${[...new Set(relations)].join(" och ")}${relations.length > 1 ? `, ${relations.length} barn` : ""}${isProtected ? ", barn med skyddad identitet" : ""}`,
  },
  faults: {
    cancelled: {
      title: "Du avbröt inloggningen",
      whatHappened: "Inget har hänt, och du är inte inloggad.",
      whatToDo: "Vill du in i Kompassen börjar du om.",
    },
    not_begun: {
      title: "Inloggningen hör inte hit",
      whatHappened:
        "Svaret från inloggningstjänsten hör inte till någon inloggning som började i den här webbläsaren.",
      whatToDo:
        "Det kan bero på ett sparat bokmärke, på en länk från någon annan eller på att kakor är avstängda. Börja om från inloggningssidan.",
    },
    used_already: {
      title: "Inloggningen är redan använd",
      whatHappened: "Samma svar från inloggningstjänsten har kommit två gånger. Det gäller bara en gång.",
      whatToDo: "Kom du hit med bakåtknappen är du kanske redan inloggad. Annars börjar du om.",
    },
    too_late: {
      title: "Inloggningen tog för lång tid",
      whatHappened: "Svaret från inloggningstjänsten hann bli för gammalt innan det kom fram.",
      whatToDo: "Börja om, och slutför inloggningen inom tio minuter.",
    },
    not_matching: {
      title: "Inloggningen gick inte att lita på",
      whatHappened: "Svaret från inloggningstjänsten stämmer inte med det som Kompassen frågade efter.",
      whatToDo:
        "Börja om från inloggningssidan. Händer det igen: logga inte in, utan ring den som sköter Kompassen i din kommun.",
    },
    too_weak: {
      title: "Inloggningen är inte tillräckligt säker",
      whatHappened:
        "I Kompassen finns känsliga uppgifter om barn. Då krävs en e-legitimation på minst tillitsnivå 3.",
      whatToDo:
        "Logga in igen med en sådan e-legitimation. Saknar du en hjälper den som sköter inloggningen hos er.",
    },
    unknown_person: {
      title: "Du finns inte upplagd i Kompassen",
      whatHappened: "Inloggningstjänsten känner dig, men i Kompassen finns ingen med ditt tjänstekonto.",
      whatToDo:
        "Fråga administratören för Kompassen i din kommun, eller din chef. Ditt tjänstekonto behöver läggas upp där innan du kan logga in.",
    },
    disabled: {
      title: "Ditt konto är avslutat",
      whatHappened: "Kontot i Kompassen är stängt och går inte att logga in med.",
      whatToDo:
        "Ska du fortfarande ha det frågar du administratören för Kompassen i din kommun. Är du vårdnadshavare frågar du den som följer ditt barn.",
    },
    clock: {
      title: "Klockorna går olika",
      whatHappened:
        "Inloggningstjänstens klocka och Kompassens skiljer sig för mycket för att svaret ska gälla.",
      whatToDo:
        "Det är inget du kan rätta själv. Ring den som sköter Kompassen i din kommun, och försök igen senare.",
    },
    unreachable: {
      title: "Inloggningstjänsten svarar inte",
      whatHappened: "Kompassen fungerar, men tjänsten som ska säga vem du är går inte att nå just nu.",
      whatToDo:
        "Vänta några minuter och försök igen. Är det bråttom med ett barn: ring. Vänta inte på datorn.",
    },
    refused: {
      title: "Inloggningstjänsten sa nej",
      whatHappened: "Tjänsten tog inte emot frågan, eller svarade något som Kompassen inte förstår.",
      whatToDo: "Försök en gång till. Händer det igen ringer du den som sköter Kompassen i din kommun.",
    },
    other_person: {
      title: "Det var en annan person",
      whatHappened: "Den som bekräftade är inte den som är inloggad. Inget har ändrats.",
      whatToDo: "Gå tillbaka och bekräfta som dig själv, eller logga ut först om du delar dator med någon.",
    },
    not_anew: {
      title: "Du behöver legitimera dig på nytt",
      whatHappened:
        "Inloggningstjänsten svarade utan att fråga dig igen. Här räcker inte en äldre inloggning.",
      whatToDo: "Försök igen och legitimera dig när tjänsten frågar.",
    },
  },
  out: {
    title: "Du är utloggad",
    lead: "Ingen annan kan se något i Kompassen från den här webbläsaren.",
    inAgain: "Logga in igen",
    alsoThere: (service: string) => `Strax loggar vi också ut dig ur ${service}.`,
    goOn: (service: string) => `Logga ut ur ${service} nu`,
  },
  own: {
    home: "Till Kompassen",
    title: "Dina inloggningar",
    lead: "Här ser du var du är inloggad just nu. Känner du inte igen någon av dem avslutar du den.",
    unknownDevice: "Okänd webbläsare",
    thisOne: "den här",
    since: (moment: string) => `Sedan ${moment}`,
    until: (moment: string) => `gäller längst till ${moment}`,
    lastUsed: (moment: string) => `senast använd ${moment}`,
    end: "Avsluta",
    endThat: (device: string) => `Avsluta inloggningen i ${device}`,
    endOthers: "Avsluta alla utom den här",
    ended: "Inloggningen är avslutad.",
    advice:
      "En inloggning avslutas av sig själv efter en timme utan att den används. Lämnar du en delad dator loggar du ut.",
  },
  stepUp: {
    title: "Bekräfta att det är du",
    lead: "Det du är på väg att göra går inte att göra ogjort, eller öppnar mer än vanligt. Därför frågar vi en gång till vem du är.",
    demo: "I demon räcker det att trycka på knappen. I verkligheten legitimerar du dig på nytt.",
    itIsMe: "Det är jag",
    notNow: "Inte nu",
    first: "Innan du gör det behöver du bekräfta att det är du. Sedan kommer du tillbaka hit.",
    there: (service: string) =>
      `Du legitimerar dig på nytt hos ${service} och kommer sedan tillbaka till samma sida.`,
    goOn: (service: string) => `Bekräfta hos ${service}`,
  },
  warning: {
    title: "Du loggas snart ut",
    idle: "Det är en stund sedan du gjorde något. Om två minuter loggas du ut.",
    absolute: "Du har varit inloggad länge. Om två minuter behöver du logga in på nytt.",
    kept: "Det du har fyllt i en uppföljning är sparat som utkast. Spara annat som du skriver på nu.",
    keptThen: "Det du har fyllt i en uppföljning är sparat som utkast.",
    stay: "Jag är kvar",
    understood: "Jag förstår",
    endedTitle: "Du har loggats ut",
    ended: "Logga in igen, så kommer du tillbaka till samma sida.",
    withoutScript:
      "Du loggas ut efter en timme utan att en ny sida öppnas. Spara det du skriver innan dess, så finns det kvar.",
  },
  invitation: {
    title: "Skriv in koden i brevet",
    lead: "Vi vet nu vem du är, men inte vems vårdnadshavare. Det står i brevet som du fått av den som följer ditt barn.",
    leadAnother: "Har du fått ett brev om ett barn till skriver du in dess kod här.",
    back: "Tillbaka",
    code: "Kod",
    hint: "Sexton tecken i fyra grupper. Stora eller små bokstäver spelar ingen roll.",
    redeem: "Fortsätt",
    missing: "Skriv koden som står i brevet",
    wrong: "Koden gäller inte. Kontrollera att den är rätt skriven, eller be om ett nytt brev",
    wait: (minutes: number) => `Det blev många försök. Vänta ${minutes} minuter och försök igen`,
    noLetter:
      "Har du inget brev? Fråga den som är kontaktperson för ditt barn, till exempel rektor, BVC-sköterska eller Stödsamordnare.",
  },
  letter: {
    title: "Egen inloggning",
    lead: "Med ett brev kan vårdnadshavaren logga in och läsa det som familjen får veta om barnet. Lämna eller skicka det till rätt person.",
    hasAccount: (name: string) => `${name} har en egen inloggning.`,
    close: "Stäng inloggningen",
    closeHint:
      "Inloggningen stängs i samma stund, för det här barnet. Ett brev som inte har använts slutar också gälla. Ett nytt brev öppnar den igen.",
    closed: "Inloggningen är stängd. Ett nytt brev öppnar den igen.",
    make: (name: string) => `Gör ett brev till ${name}`,
    makeHint: "Ett tidigare brev till samma person slutar gälla.",
    heading: (name: string) => `Till ${name}`,
    shownOnce: "Koden visas bara nu. Skriv ut brevet innan du lämnar sidan.",
    body: "Du kan logga in i Kompassen och läsa det som gäller ditt barn: hur barnet har det enligt kompasserna, vad som är bestämt och vem som är er kontakt.",
    steps: [
      "Gå till adressen här under och välj att logga in som vårdnadshavare.",
      "Legitimera dig med din e-legitimation.",
      "Skriv in koden.",
    ],
    address: "Adress",
    code: "Kod",
    validTo: (day: string) => `Koden gäller en gång, till och med ${day}. Ge den inte till någon annan.`,
    voluntary: "Du behöver inte logga in för att få stöd. Du kan alltid fråga oss i stället.",
    print: "Skriv ut brevet",
    done: "Klar",
  },
};

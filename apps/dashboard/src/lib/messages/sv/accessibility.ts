export const accessibility = {
  title: "Tillgänglighet",
  lead: "Alla ska kunna använda Kompassen. Målet är att följa WCAG 2.2 på nivå AA.",
  worksTitle: "Det här ska fungera",
  works: [
    "Allt går att göra med bara tangentbordet.",
    "Varje diagram finns också som tabell, och går att stega igenom med piltangenterna.",
    "Färg bär aldrig ensam en betydelse: det finns alltid ett ord, en form eller en streckning också.",
    "Texten går att förstora till 400 procent utan att något försvinner.",
    "Sidorna går att läsa och formulären går att skicka utan JavaScript.",
    "Utskrifter går att läsa i svartvitt.",
  ],
  settingsTitle: "Språk och utseende",
  settings:
    "Högst upp på sidan byter du språk och mellan ljust och mörkt. Har du valt lugnare rörelser eller högre kontrast i din enhet gäller det här också.",
  reportTitle: "Säg till när något inte fungerar",
  report:
    "Kontakta den som ansvarar för Kompassen i din kommun. Berätta vilken sida det gäller, vad du ville göra och vilket hjälpmedel du använder. Skriv inget om ett barn i meddelandet.",
  authority:
    "Är du inte nöjd med svaret kan du anmäla det till Myndigheten för digital förvaltning, som har tillsyn över lagen om tillgänglighet till digital offentlig service.",
};

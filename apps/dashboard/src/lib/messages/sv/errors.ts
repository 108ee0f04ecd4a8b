export const errors = {
  notFoundTitle: "Sidan finns inte här",
  notFound:
    "Adressen kan vara fel, eller så har du inte tillgång till sidan. Gå till startsidan och sök dig fram därifrån.",
  refusedTitle: "Det gick inte att ta emot formuläret",
  refused: "Gå tillbaka, ladda om sidan och försök igen. Det du redan har sparat finns kvar.",
  tooManyTitle: "Det blev många försök på kort tid",
  tooMany: (minutes: number) =>
    `Vänta ${minutes === 1 ? "en minut" : `${minutes} minuter`} och försök igen. Det du redan har sparat finns kvar.`,
  failedTitle: "Något gick fel hos oss",
  failed: "Felet är vårt, inte ditt. Det du redan har sparat finns kvar. Vänta en stund och ladda om sidan.",
  toStart: "Till startsidan",
  unavailable: {
    title: "Det går inte att spara eller hämta just nu",
    away: "Databasen svarar inte. Det brukar gå över på några sekunder. Det du redan har sparat finns kvar.",
    busy: "Många använder Kompassen samtidigt. Vänta några sekunder och försök igen. Det du redan har sparat finns kvar.",
    disk_full:
      "Disken som databasen skriver på är full. Den som sköter servern behöver göra plats. Det du redan har sparat finns kvar.",
    read_only:
      "Disken som databasen skriver på är nästan full. Just nu går det bara att läsa. Den som sköter servern behöver göra plats.",
    no_large_work:
      "Disken som databasen skriver på börjar bli full. Inläsning och uttag av filer får vänta tills det finns plats. Allt annat går som vanligt.",
    kept: "Det du skrev i formuläret finns kvar på den här sidan. Stäng den inte. Försök igen om en stund.",
    written: "Det här skrev du",
    tryAgain: "Försök spara igen",
    reload: "Ladda om sidan",
    chooseFileAgain: "En fil kan inte sparas på sidan. Gå tillbaka och välj den igen när det fungerar.",
  },
  disk: {
    readOnly: "Just nu går det bara att läsa: disken är nästan full. Det du skriver sparas inte.",
    administrator: (state: string) => `Disken som databasen skriver på är ${state}. Gör plats på den.`,
    warning: "till fyra femtedelar full",
    noLargeWork: "så full att inläsning och uttag av filer är stängda",
  },
};

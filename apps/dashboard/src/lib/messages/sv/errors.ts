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
};

import type { Area } from "@kompassen/domain/behovskompass";

/** What a team or the responsible decided to do. */
export const ACTIONS: Record<Area, readonly string[]> = {
  omsorg: [
    "Socialtjänsten bjuder in familjen till samtal om avlastning. Återkoppling på nästa möte.",
    "Föräldrastödet utökas till en gång i veckan fram till nästa uppföljning.",
  ],
  trygghet: [
    "Skolan ser över rasterna och en vuxen möter på morgonen. Vi frågar barnet igen om fyra veckor.",
    "Kuratorn tar upp samtal en gång i veckan. Mentor håller kontakten med hemmet.",
  ],
  ma_bra: [
    "Första linjen tar kontakt med familjen under veckan.",
    "Skolsköterskan följer sömnen tillsammans med barnet och föräldrarna.",
  ],
  fritid: [
    "Fritidsledaren följer med första gången. Kommunen står för utrustningen.",
    "Vi byter spår: barnet får prova något i skolans lokaler direkt efter sista lektionen.",
  ],
  tillhorighet: [
    "Lekgrupp startar på onsdagar och fritidspedagogen bjuder in två kompisar.",
    "Klassläraren gör om placeringen och grupperna. Kuratorn pratar med klassen.",
  ],
  ansvarstagande: [
    "Ett gemensamt schema hemma och i skolan. Mentor stämmer av varje fredag.",
    "Stödet på rasterna förlängs terminen ut.",
  ],
  respekteras: [
    "Barnet får en egen kontaktperson i skolan och är med när stödet planeras.",
    "Rektor tar det vidare enligt skolans plan och ringer hem i dag.",
  ],
  utvecklas: [
    "Specialläraren kartlägger läsningen och återkommer till nästa möte.",
    "Hjälpen i liten grupp fortsätter och utökas med en timme i veckan.",
  ],
};

/** Why nothing more needs to be done now. */
export const REASONS_FOR_NO_ACTION = [
  "Stödet har precis börjat. Vi ger det tid till nästa uppföljning.",
  "Barnet säger själv att det är bra nu och vill inte att vi ändrar något.",
  "Det var en tillfällig svacka efter flytten. Familjen och skolan är överens.",
  "Redan omhändertaget i ett annat möte i veckan. Ingen ny åtgärd behövs.",
  "Vårdnadshavarna och barnet vill fortsätta som planerat.",
];

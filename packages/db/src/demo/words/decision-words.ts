import type { Area } from "@kompassen/domain/behovskompass";

/** What a team or the responsible decided to do. */
export const ACTIONS: Record<Area, readonly string[]> = {
  omsorg: [
    "Socialtjänsten bjuder in familjen till samtal om avlastning. Återkoppling på nästa möte.",
    "Föräldrastödet utökas till en gång i veckan fram till nästa uppföljning.",
    "Kontaktfamilj prövas från och med nästa månad.",
  ],
  trygghet: [
    "Skolan ser över rasterna och en vuxen möter på morgonen. Vi frågar barnet igen om fyra veckor.",
    "Kuratorn tar upp samtal en gång i veckan. Mentor håller kontakten med hemmet.",
    "En trygg vuxen utses, och barnet får veta vem det är redan i dag.",
  ],
  ma_bra: [
    "Första linjen tar kontakt med familjen under veckan.",
    "Skolsköterskan följer sömnen tillsammans med barnet och föräldrarna.",
    "Vi lägger undan ett mål en tid och börjar med sömnen.",
  ],
  fritid: [
    "Fritidsledaren följer med första gången. Kommunen står för utrustningen.",
    "Vi byter spår: barnet får prova något i skolans lokaler direkt efter sista lektionen.",
    "Skjuts ordnas så att det går att vara med varje vecka.",
  ],
  tillhorighet: [
    "Lekgrupp startar på onsdagar och fritidspedagogen bjuder in två kompisar.",
    "Klassläraren gör om placeringen och grupperna. Kuratorn pratar med klassen.",
    "Vi bjuder in en kompis att vara med, och följer upp om tre veckor.",
  ],
  ansvarstagande: [
    "Ett gemensamt schema hemma och i skolan. Mentor stämmer av varje fredag.",
    "Stödet på rasterna förlängs terminen ut.",
    "Kraven görs färre och tydligare. En vuxen påminner i lugn ton.",
  ],
  respekteras: [
    "Barnet får en egen kontaktperson i skolan och är med när stödet planeras.",
    "Rektor tar det vidare enligt skolans plan och ringer hem i dag.",
    "Vi frågar barnet vad som behöver ändras och gör det först.",
  ],
  utvecklas: [
    "Specialläraren kartlägger läsningen och återkommer till nästa möte.",
    "Hjälpen i liten grupp fortsätter och utökas med en timme i veckan.",
    "Arbetet delas upp i kortare stunder, med en vuxen bredvid i början.",
  ],
};

/** Why nothing more needs to be done now. */
export const REASONS_FOR_NO_ACTION = [
  "Stödet har precis börjat. Vi ger det tid till nästa uppföljning.",
  "Barnet säger själv att det är bra nu och vill inte att vi ändrar något.",
  "Det var en tillfällig svacka efter flytten. Familjen och skolan är överens.",
  "Redan omhändertaget i ett annat möte i veckan. Ingen ny åtgärd behövs.",
  "Vårdnadshavarna och barnet vill fortsätta som planerat.",
  "Vi tror att det vänder av sig självt nu när vardagen har lugnat sig, och frågar igen nästa gång.",
  "Det som gick åt fel håll är redan på väg tillbaka, enligt både hemmet och verksamheten.",
];

export const start = {
  title: "Barnets väg, sedd i tid",
  lead: "Kompassen är till för dig som följer ett barn tillsammans med familjen. Här syns hur barnet själv, vårdnadshavare och barnteam beskriver vardagen, och vad som har ändrats sedan förra gången.",
  logIn: "Logga in",
  logInHint: "Du loggar in med ditt tjänstekonto. Du ser bara de barn du har ett uppdrag för.",
  partsTitle: "Så hjälper den dig",
  parts: [
    {
      title: "Åtta områden, en bild",
      text: "Behovskompassen visar åtta områden i barnets liv, från 1 till 5. Den förra bilden ligger kvar bakom den nya, så att ni kan prata om vad som har hänt.",
    },
    {
      title: "Ingenting faller mellan stolarna",
      text: "När inget tydligt har ändrats och tankar kvarstår hamnar frågan hos teamet. Du ser regeln och siffrorna bakom, och det är alltid en människa som avgör.",
    },
    {
      title: "Barnets egna ord först",
      text: "Barnets skattning är grunden. Olika svar är inte fel utan något att prata om. Den som inte vet, eller inte vill svara, får säga det.",
    },
  ],
  worryTitle: "Är du akut orolig för ett barn?",
  worry:
    "Vänta inte på ett möte och använd inte det här verktyget. Ring socialtjänsten direkt, eller 112 vid fara.",
  example: {
    title: "Ett exempel på en behovskompass",
    caption: "Ett påhittat exempel: fem områden har gått åt rätt håll på ett halvår, tre är som förut.",
    rater: "barnet",
    current: "i våras",
    previous: "i höstas",
    scale: { lowest: "fungerar inte alls", highest: "fungerar mycket väl" },
  },
};

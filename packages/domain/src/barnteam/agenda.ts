import type { LocalText } from "../shared/index.ts";

export const AGENDA_KINDS = [
  "barnteam",
  "individuellt_first",
  "individuellt_working",
  "individuellt_closing",
] as const;

export type AgendaKind = (typeof AGENDA_KINDS)[number];

/** An item has its number by its place; its parts are lettered. */
export type AgendaPoint = { readonly title: LocalText; readonly parts: readonly LocalText[] };

const point = (sv: string, en: string, ...parts: readonly LocalText[]): AgendaPoint => ({
  title: { sv, en },
  parts,
});
const part = (sv: string, en: string): LocalText => ({ sv, en });

/** In our own words after appendices 2, 4b, 4c and 5b. Earlier children are item 2 of the Barnteam. */
export const AGENDAS: Record<AgendaKind, readonly AgendaPoint[]> = {
  barnteam: [
    point("Vilka är med", "Who is here"),
    point("Barn vi har talat om tidigare", "Children we have talked about before"),
    point(
      "Nya barn",
      "New children",
      part("Det som har uppmärksammats", "What has been noticed"),
      part(
        "Barnets, vårdnadshavarens och verksamheternas skattningar",
        "The ratings of child, guardian and professionals",
      ),
      part("Gemensam Behovskompass", "The joint Behovskompass"),
      part("Områden som behöver stöd", "Areas that need support"),
      part("Stöd vi kan erbjuda", "Support we can offer"),
      part("Samordning inför ett Individuellt barnteam", "Coordination before an Individuellt barnteam"),
    ),
    point("Övrigt", "Other matters"),
    point("Nästa datum", "Next date"),
    point("Sammanfattning", "Summary"),
  ],
  individuellt_first: [
    point("Välkomna och vilka är med", "Welcome, and who is here"),
    point("Varför vi ses, och barnets mål", "Why we meet, and the child's goals"),
    point(
      "Behov",
      "Needs",
      part("Det vi vet", "What we know"),
      part("Det vi behöver lägga till", "What we need to add"),
      part("Det som står i vägen", "What stands in the way"),
      part("Det som fungerar", "What works"),
    ),
    point("Delmål", "Steps towards the goals"),
    point("Stöd: vad, av vem och när", "Support: what, by whom and when"),
    point("Vem blir Stödsamordnare", "Who becomes Stödsamordnare"),
    point("Sammanfattning: är det tydligt för alla", "Summary: is it clear to everyone"),
    point("Datum för uppföljning", "Date of the follow-up"),
    point("Avslut", "Closing"),
  ],
  individuellt_working: [
    point("Nya i teamet", "New in the team"),
    point("Varför vi ses", "Why we meet"),
    point("Planen: gjort, inte gjort, fortsätter, nytt", "The plan: done, not done, goes on, new"),
    point("Familjen: vad har blivit bättre eller sämre", "The family: what is better or worse"),
    point("Mål att ändra", "Goals to change"),
    point("Planen framåt", "The plan ahead"),
    point("Sammanfattning", "Summary"),
    point("Nästa datum", "Next date"),
    point("Avslut", "Closing"),
  ],
  individuellt_closing: [
    point("Varför vi ses", "Why we meet"),
    point("Målen, och det som har blivit bättre", "The goals, and what is better"),
    point(
      "Stödsamordnaren sammanfattar och avslutar planen",
      "The Stödsamordnare sums up and closes the plan",
    ),
    point("Vem familjen vänder sig till nu", "Whom the family turns to now"),
  ],
};

import type { LocalText } from "../shared/index.ts";
import type { ConsentStep } from "./consent.ts";

/** The words of the printed form of one step. The official templates are not public: these are our own. */
export type ConsentText = {
  /** Kept with each answer that was given on it. */
  readonly version: string;
  readonly status: "placeholder" | "official";
  readonly title: LocalText;
  /** What the family says yes to. */
  readonly means: readonly LocalText[];
};

const TEXTS: Record<ConsentStep, ConsentText> = {
  muntligt: {
    version: "muntligt-platshallare-1",
    status: "placeholder",
    title: {
      sv: "Muntligt samtycke innan Barnkontakten kontaktas",
      en: "Oral consent before the Barnkontakt is contacted",
    },
    means: [
      {
        sv: "Den som har sett att barnet behöver något får berätta det för barnets Barnkontakt.",
        en: "Whoever has seen that the child needs something may tell the child's Barnkontakt.",
      },
      {
        sv: "Barnkontakten får kontakta er för att prata om vad som kan hjälpa.",
        en: "The Barnkontakt may contact you to talk about what could help.",
      },
    ],
  },
  skriftligt_barnteam: {
    version: "barnteam-platshallare-1",
    status: "placeholder",
    title: { sv: "Samtycke inför Barnteam", en: "Consent before the Barnteam" },
    means: [
      {
        sv: "Barnteamet får prata om barnet och se barnets behovskompass inför sitt möte.",
        en: "The Barnteam may talk about the child and see the child's compass for its meeting.",
      },
      {
        sv: "De som sitter i teamet får fylla i hur de ser på barnets behov, var och en från sitt arbete.",
        en: "Those in the team may fill in how they see the child's needs, each from their own work.",
      },
      {
        sv: "Teamet gör en gemensam bild. Ni får se den.",
        en: "The team makes one joint picture. You get to see it.",
      },
    ],
  },
  skriftligt_individuellt: {
    version: "individuellt-platshallare-1",
    status: "placeholder",
    title: { sv: "Samtycke inför Individuellt barnteam", en: "Consent before the Individuellt barnteam" },
    means: [
      {
        sv: "De som ger barnet stöd får träffas tillsammans med er och dela det som behövs för stödet.",
        en: "Those who support the child may meet together with you and share what the support needs.",
      },
      {
        sv: "De får se barnets behovskompass och barnets plan så länge stödet pågår.",
        en: "They may see the child's compass and plan as long as the support goes on.",
      },
    ],
  },
};

export function consentText(step: ConsentStep): ConsentText {
  return TEXTS[step];
}

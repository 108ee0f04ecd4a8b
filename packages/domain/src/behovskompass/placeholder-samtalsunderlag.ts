import { type LocalText, localDate } from "../shared/index.ts";
import { AREAS, type Area } from "./area.ts";
import type { AgeForm, Instrument } from "./instrument.ts";

type Question = {
  /** To a guardian, about the child. */
  readonly text: LocalText;
  /** To the child. */
  readonly textByAgeForm: Readonly<Record<AgeForm, LocalText>>;
};

/** Our own words: the official Samtalskort are not public. */
const QUESTIONS: Record<Area, Question> = {
  omsorg: {
    text: {
      sv: "Hur har ditt barn det med vuxna som bryr sig?",
      en: "How is it with adults who care for your child?",
    },
    textByAgeForm: {
      "4-6": { sv: "Vem tar hand om dig?", en: "Who takes care of you?" },
      "6-12": {
        sv: "Har du någon vuxen som bryr sig om dig?",
        en: "Do you have an adult who cares about you?",
      },
      "12+": {
        sv: "Finns det vuxna som bryr sig om hur du har det?",
        en: "Are there adults who care how you are?",
      },
    },
  },
  trygghet: {
    text: { sv: "Hur tryggt är ditt barn hemma och borta?", en: "How safe is your child at home and away?" },
    textByAgeForm: {
      "4-6": { sv: "Är det något du är rädd för?", en: "Is there anything you are afraid of?" },
      "6-12": {
        sv: "Känner du dig trygg hemma och i skolan?",
        en: "Do you feel safe at home and at school?",
      },
      "12+": {
        sv: "Hur trygg är du hemma, i skolan, ute och på nätet?",
        en: "How safe are you at home, at school, out and online?",
      },
    },
  },
  ma_bra: {
    text: { sv: "Hur mår ditt barn i kropp och känslor?", en: "How is your child, in body and feelings?" },
    textByAgeForm: {
      "4-6": { sv: "Hur känns det i kroppen?", en: "How does your body feel?" },
      "6-12": { sv: "Hur mår du?", en: "How are you?" },
      "12+": { sv: "Hur mår du, i kroppen och i tankarna?", en: "How are you, in body and mind?" },
    },
  },
  fritid: {
    text: { sv: "Hur är ditt barns fritid?", en: "How is your child's free time?" },
    textByAgeForm: {
      "4-6": { sv: "Vad är roligt att göra?", en: "What is fun to do?" },
      "6-12": {
        sv: "Gör du något roligt när du är ledig?",
        en: "Do you do something fun when you are free?",
      },
      "12+": {
        sv: "Hur trivs du med det du gör när du är ledig?",
        en: "How do you like what you do in your free time?",
      },
    },
  },
  tillhorighet: {
    text: { sv: "Får ditt barn vara med andra?", en: "Does your child get to be with others?" },
    textByAgeForm: {
      "4-6": { sv: "Vem leker du med?", en: "Who do you play with?" },
      "6-12": { sv: "Får du vara med de andra?", en: "Do you get to join the others?" },
      "12+": { sv: "Har du några du hör ihop med?", en: "Do you have people you belong with?" },
    },
  },
  ansvarstagande: {
    text: {
      sv: "Hur tar ditt barn ansvar efter sin ålder?",
      en: "How does your child take responsibility for its age?",
    },
    textByAgeForm: {
      "4-6": { sv: "Vad kan du hjälpa till med?", en: "What can you help with?" },
      "6-12": { sv: "Hur går det att göra det du ska?", en: "How does it go doing what you should?" },
      "12+": {
        sv: "Hur går det att ta ansvar för dig och visa hänsyn?",
        en: "How does it go taking responsibility and showing care?",
      },
    },
  },
  respekteras: {
    text: { sv: "Blir ditt barn lyssnat på?", en: "Is your child listened to?" },
    textByAgeForm: {
      "4-6": { sv: "Lyssnar de vuxna på dig?", en: "Do the adults listen to you?" },
      "6-12": { sv: "Lyssnar andra på vad du säger?", en: "Do others listen to what you say?" },
      "12+": {
        sv: "Blir du lyssnad på och får du vara den du är?",
        en: "Are you listened to, and can you be yourself?",
      },
    },
  },
  utvecklas: {
    text: {
      sv: "Hur går det för ditt barn att lära och klara vardagen?",
      en: "How does your child learn and manage everyday life?",
    },
    textByAgeForm: {
      "4-6": { sv: "Vad har du lärt dig?", en: "What have you learned?" },
      "6-12": { sv: "Hur går det att lära sig nya saker?", en: "How does it go learning new things?" },
      "12+": {
        sv: "Hur går det i skolan och i vardagen?",
        en: "How is it going at school and in everyday life?",
      },
    },
  },
};

export const PLACEHOLDER_SAMTALSUNDERLAG: Instrument = {
  id: "samtalsunderlag",
  version: "1",
  status: "placeholder",
  title: { sv: "Samtalsunderlag", en: "Samtalsunderlag (conversation form)" },
  validFrom: localDate("2026-01-01"),
  statements: AREAS.map((area) => ({ key: area, area, ...QUESTIONS[area], source: "Kompassen" })),
  equivalences: [],
};

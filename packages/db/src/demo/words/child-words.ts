import type { Area } from "@kompassen/domain/behovskompass";

/** The child's own words about an area, as somebody wrote them down. */
export interface ChildWords {
  readonly good: readonly string[];
  readonly hard: readonly string[];
}

export const CHILD_WORDS: Record<Area, ChildWords> = {
  omsorg: {
    good: ["Mamma frågar alltid hur det var i skolan.", "Farfar hämtar mig på fredagar, det är bäst."],
    hard: ["Det är ingen hemma när jag kommer.", "De bråkar så mycket att de inte ser mig."],
  },
  trygghet: {
    good: ["Jag vet vem jag kan gå till.", "Det är lugnt hemma nu."],
    hard: ["Jag vill inte gå förbi de stora i trappan.", "Jag får ont i magen på söndagar."],
  },
  ma_bra: {
    good: ["Jag sover bra.", "Jag är glad för det mesta."],
    hard: ["Jag är trött hela tiden.", "Det snurrar tankar när jag ska sova."],
  },
  fritid: {
    good: ["Jag får hålla på med hästarna!", "Vi spelar basket varje tisdag."],
    hard: ["Det finns inget att göra.", "Jag är mest på rummet."],
  },
  tillhorighet: {
    good: ["Jag har två bästa kompisar.", "De frågade om jag ville vara med."],
    hard: ["Ingen frågar om jag vill vara med.", "Jag går runt själv på rasten."],
  },
  ansvarstagande: {
    good: ["Jag kommer i tid nästan jämt.", "Jag hjälper min lillebror med läxan."],
    hard: ["Det blir bråk fast jag inte vill.", "Jag glömmer saker hela tiden."],
  },
  respekteras: {
    good: ["Läraren lyssnar på mig.", "Jag fick vara med och bestämma."],
    hard: ["De säger saker om hur jag ser ut.", "Ingen tror på mig."],
  },
  utvecklas: {
    good: ["Jag kan läsa själv nu!", "Jag klarade provet."],
    hard: ["Jag fattar inte matten.", "Det går för fort."],
  },
};

export const YOUNG_CHILD_WORDS: Record<Area, ChildWords> = {
  omsorg: { good: ["Pappa läser för mig."], hard: ["Jag vill att mamma är hemma mer."] },
  trygghet: { good: ["Jag är inte rädd."], hard: ["Jag är rädd när det är mörkt och ingen kommer."] },
  ma_bra: { good: ["Jag är stark."], hard: ["Jag har ont i magen."] },
  fritid: { good: ["Vi åker till badhuset!"], hard: ["Vi bara är hemma."] },
  tillhorighet: { good: ["Jag leker med alla."], hard: ["De säger att jag inte får vara med."] },
  ansvarstagande: { good: ["Jag kan dela med mig."], hard: ["Jag blir arg och kastar."] },
  respekteras: { good: ["Fröken lyssnar."], hard: ["Jag får inte bestämma något."] },
  utvecklas: { good: ["Jag kan skriva mitt namn."], hard: ["Jag kan inte som de andra."] },
};

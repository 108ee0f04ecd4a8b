export const schoolRegister = {
  title: "Från skolregistret",
  candidatesLead: "Skolregistret säger att de här vuxna ansvarar för barnet. Stämmer det?",
  candidate: (name: string, relation: string) => `${name}, ${relation}`,
  protected: "Vuxen med skyddade uppgifter",
  gone: "Registret säger inte längre att den här personen ansvarar för barnet.",
  right: "Stämmer",
  rightFor: (name: string) => `Stämmer: ${name}`,
  wrong: "Stämmer inte",
  wrongFor: (name: string) => `Stämmer inte: ${name}`,
  same: (name: string) => `Är samma som ${name}`,
  sameFor: (name: string, other: string) => `${name} är samma som ${other}`,
  notices: {
    moved: (from: string, to: string, date: string) =>
      `Barnet har bytt från ${from} till ${to}, från och med ${date}.`,
    movedHidden: (date: string) => `Barnet har bytt enhet, från och med ${date}.`,
    marking_raised: (date: string) =>
      `Registret skyddar barnets uppgifter sedan ${date}. Skyddet gäller direkt.`,
    marking_lifted: (date: string) =>
      `Registret skyddar inte längre barnets uppgifter sedan ${date}. Här gäller skyddet tills du ändrar det.`,
    left_register: (date: string) => `Barnet finns inte längre i skolregistret sedan ${date}.`,
  },
  seen: "Jag har läst",
  lookUp: {
    title: "Hämta från skolregistret",
    lead: "Sök bland eleverna på din enhet, på namn eller personnummer. Sökningen loggas.",
    label: "Namn eller personnummer",
    find: "Sök",
    none: "Ingen elev på din enhet hittades. Skriv hela efternamnet. Du kan också fylla i själv.",
    tooMany: "Flera än tio har det namnet. Skriv förnamnet också.",
    choose: "Välj",
    chooseFor: (name: string) => `Välj ${name}`,
    born: (date: string) => `född ${date}`,
    chosen: (name: string) =>
      `Uppgifterna om ${name} är hämtade från skolregistret. Läs igenom dem innan du registrerar.`,
  },
};

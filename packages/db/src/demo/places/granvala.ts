import type { KommunPlan } from "./kommun-plan.ts";

const ALWAYS = 1_600;

/** The smaller invented kommun, at pilot size: one school, one preschool, eight families. */
export const GRANVALA: KommunPlan = {
  code: "9002",
  name: "Granvåla kommun",
  // Ten children of eight families.
  siblings: [3, 8],
  omraden: [{ key: "hela", name: "Granvåla" }],
  units: [
    {
      code: "FSK1",
      name: "Förskolan Tallbarret",
      kind: "forskola",
      omrade: "hela",
      children: { stage: "forskola", count: 4 },
    },
    {
      code: "SKO1",
      name: "Granvåla skola F–6",
      kind: "grundskola",
      omrade: "hela",
      children: { stage: "lagstadium", count: 6 },
    },
  ],
  staff: [
    {
      loginKey: "demo:granvala-barnkontakt-1",
      givenName: "Marumi",
      familyName: "Strandverle",
      title: "Rektor",
      unit: "SKO1",
      roles: ["barnkontakt"],
      barnkontaktAt: { unit: "SKO1", fromDaysAgo: ALWAYS },
    },
    {
      loginKey: "demo:granvala-barnkontakt-2",
      givenName: "Elovi",
      familyName: "Dalissle",
      title: "Rektor förskola",
      unit: "FSK1",
      roles: ["barnkontakt"],
      barnkontaktAt: { unit: "FSK1", fromDaysAgo: ALWAYS },
    },
    {
      loginKey: "demo:granvala-stodsamordnare-1",
      givenName: "Ivarle",
      familyName: "Ljungymle",
      title: "Socialsekreterare",
      unit: "SKO1",
      roles: ["stodsamordnare"],
    },
    {
      loginKey: "demo:granvala-teammedlem-1",
      givenName: "Belyri",
      familyName: "Ekunnert",
      title: "Specialpedagog",
      unit: "SKO1",
      roles: ["teammedlem", "samtalsledare"],
      sitsIn: { units: ["SKO1", "FSK1"], part: "Specialpedagog" },
    },
    {
      loginKey: "demo:granvala-styrgrupp-1",
      givenName: "Gullombe",
      familyName: "Tallejde",
      title: "Skolchef",
      unit: "SKO1",
      roles: ["styrgrupp"],
    },
    {
      loginKey: "demo:granvala-statistikansvarig-1",
      givenName: "Emarle",
      familyName: "Sjöverle",
      title: "Kvalitetsutvecklare",
      unit: "SKO1",
      roles: ["statistikansvarig"],
    },
  ],
};

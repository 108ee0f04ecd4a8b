import { type LocalText, localDate } from "../shared/index.ts";
import { AREAS, type Area } from "./area.ts";
import type { Instrument, Statement } from "./instrument.ts";

/** Our own words, 6/8/6/3/3/7/4/5 in the model's order: the official texts are not public. */
const TEXTS: Record<Area, readonly (readonly [string, string])[]> = {
  omsorg: [
    [
      "Barnet har minst en vuxen som finns där varje dag.",
      "The child has at least one adult who is there every day.",
    ],
    [
      "Barnet får mat, sömn och kläder efter väder.",
      "The child gets food, sleep and clothes for the weather.",
    ],
    ["De vuxna hemma märker hur barnet har det.", "The adults at home notice how the child is doing."],
    ["Barnet får hjälp när något är svårt.", "The child gets help when something is hard."],
    ["Dagarna hemma har rutiner som barnet känner till.", "The days at home have routines the child knows."],
    ["De vuxna hjälps åt om det som rör barnet.", "The adults work together on what concerns the child."],
  ],
  trygghet: [
    ["Barnet är tryggt hemma.", "The child is safe at home."],
    ["Barnet är tryggt i förskolan eller skolan.", "The child is safe at preschool or school."],
    [
      "Barnet är tryggt på vägen dit och i närheten av hemmet.",
      "The child is safe on the way there and near home.",
    ],
    ["Barnet är tryggt på nätet och i telefonen.", "The child is safe online and on the phone."],
    ["Barnet slipper hot och våld.", "The child is free from threats and violence."],
    ["Barnet vet vem det kan berätta för.", "The child knows whom to tell."],
    ["De vuxna sätter gränser som skyddar barnet.", "The adults set limits that protect the child."],
    ["Barnet kan slappna av med de vuxna omkring sig.", "The child can relax with the adults around."],
  ],
  ma_bra: [
    ["Barnet är för det mesta glatt.", "The child is happy most of the time."],
    ["Barnet orkar med sin dag.", "The child has the energy for the day."],
    [
      "Barnet äter, sover och rör sig så att kroppen mår bra.",
      "The child eats, sleeps and moves in a healthy way.",
    ],
    ["Barnet får den vård det behöver.", "The child gets the care it needs."],
    [
      "Barnet klarar av oro, ilska och sorg med lite stöd.",
      "The child manages worry, anger and sadness with some support.",
    ],
    ["Barnet är fritt från tobak, alkohol och droger.", "The child is free from tobacco, alcohol and drugs."],
  ],
  fritid: [
    ["Barnet har något roligt att göra efter dagen.", "The child has something fun to do after the day."],
    [
      "En vuxen bryr sig om vad barnet gör på fritiden.",
      "An adult cares about what the child does in its free time.",
    ],
    [
      "Barnet kan vara med oavsett familjens ekonomi.",
      "The child can take part whatever the family's means.",
    ],
  ],
  tillhorighet: [
    ["Barnet har någon att leka eller umgås med.", "The child has someone to play or be with."],
    [
      "Barnet är en del av gruppen i förskolan eller skolan.",
      "The child is part of the group at preschool or school.",
    ],
    [
      "Det finns vuxna utanför hemmet som tycker om barnet.",
      "There are adults outside the home who like the child.",
    ],
  ],
  ansvarstagande: [
    ["Barnet förstår vad andra väntar sig av det.", "The child understands what others expect."],
    ["Barnet håller det som man kommit överens om.", "The child keeps what was agreed."],
    ["Barnet tar hand om sina saker.", "The child takes care of its things."],
    ["Barnet försöker ställa till rätta när något gått fel.", "The child tries to put things right."],
    ["Barnet tar hänsyn till andra.", "The child is considerate of others."],
    ["Barnet är där det ska vara.", "The child is where it should be."],
    ["Barnet säger till när det behöver hjälp.", "The child says so when it needs help."],
  ],
  respekteras: [
    ["De vuxna lyssnar på barnet.", "The adults listen to the child."],
    ["Barnet får påverka sin vardag.", "The child has a say in its everyday life."],
    ["Andra barn är snälla mot barnet.", "Other children are kind to the child."],
    ["Barnet får vara den det är.", "The child can be who it is."],
  ],
  utvecklas: [
    ["Barnet lär sig nya saker i sin takt.", "The child learns new things at its own pace."],
    ["Barnet kan göra sig förstått.", "The child can make itself understood."],
    ["Barnet vågar prova nytt.", "The child dares to try new things."],
    ["Barnet får stöd att lära där det behövs.", "The child gets support to learn where needed."],
    ["Barnet klarar vardagen efter sin ålder.", "The child manages everyday life for its age."],
  ],
};

const toStatement =
  (area: Area) =>
  ([sv, en]: readonly [string, string], index: number): Statement => ({
    key: `${area}_${index + 1}`,
    area,
    text: { sv, en } satisfies LocalText,
    source: "Kompassen",
  });

export const PLACEHOLDER_SKATTNINGSFORMULAR: Instrument = {
  id: "skattningsformular",
  version: "1",
  status: "placeholder",
  title: { sv: "Skattningsformulär", en: "Skattningsformulär (rating form)" },
  validFrom: localDate("2026-01-01"),
  statements: AREAS.flatMap((area) => TEXTS[area].map(toStatement(area))),
  equivalences: [],
};

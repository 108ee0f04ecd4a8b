import { drawFor } from "../draw.ts";
import { inventFamilyName, inventGivenName } from "../names/invented-name.ts";
import { ALVHAMRA_PERSONAS } from "./alvhamra-personas.ts";
import { ALVHAMRA_OMRADEN, ALVHAMRA_UNITS } from "./alvhamra-units.ts";
import type { KommunPlan, StaffPlan } from "./kommun-plan.ts";

const CODE = "9001";
const ALWAYS = 1_600;

type Post = Omit<StaffPlan, "givenName" | "familyName">;

const REKTOR = (unit: string, fromDaysAgo: number, toDaysAgo?: number): Post => ({
  loginKey: `staff:rektor-${unit.toLowerCase()}${toDaysAgo === undefined ? "" : "-tidigare"}`,
  title: unit.startsWith("FSK") ? "Rektor förskola" : "Rektor",
  unit,
  roles: ["barnkontakt"],
  barnkontaktAt: { unit, fromDaysAgo, ...(toDaysAgo === undefined ? {} : { toDaysAgo }) },
});

const MEMBER = (key: string, title: string, unit: string, units: readonly string[], part = title): Post => ({
  loginKey: `staff:${key}`,
  title,
  unit,
  roles: ["teammedlem", "samtalsledare"],
  sitsIn: { units, part },
});

const COORDINATOR = (key: string, title: string, unit: string): Post => ({
  loginKey: `staff:${key}`,
  title,
  unit,
  roles: ["stodsamordnare"],
});

/** Everybody else who works there. One does not log in as them: their keys do not begin with `demo:`. */
const POSTS: readonly Post[] = [
  {
    loginKey: "staff:bvc-norrangen",
    title: "BVC-sköterska",
    unit: "BVC1",
    roles: ["barnkontakt", "teammedlem"],
    barnkontaktAt: { unit: "BVC1", fromDaysAgo: ALWAYS },
    sitsIn: { units: ["FSK1", "FSK4"], part: "BVC-sköterska" },
  },
  MEMBER("barnmorska", "Barnmorska", "MVC1", ["BVC1", "BVC2"]),
  REKTOR("FSK1", ALWAYS),
  REKTOR("FSK2", ALWAYS, 411),
  REKTOR("FSK3", ALWAYS),
  REKTOR("FSK4", ALWAYS),
  REKTOR("SKO1", ALWAYS),
  REKTOR("SKO2", 395),
  REKTOR("SKO2", ALWAYS, 396),
  REKTOR("SKO4", ALWAYS),
  REKTOR("SKO5", ALWAYS),
  REKTOR("SKO6", ALWAYS),
  MEMBER("skolskoterska-1", "Skolsköterska", "EHT1", ["SKO1", "SKO2", "SKO5"]),
  MEMBER("skolskoterska-2", "Skolsköterska", "EHT1", ["SKO3", "SKO4", "SKO6"]),
  MEMBER("skolkurator-1", "Skolkurator", "EHT1", ["SKO1", "SKO2", "SKO5"]),
  MEMBER("skolkurator-2", "Skolkurator", "EHT1", ["SKO3", "SKO4", "SKO6"]),
  MEMBER("socialtjanst-1", "Socialsekreterare", "SOC1", ["FSK1", "FSK2", "FSK3", "FSK4"], "Socialtjänst"),
  MEMBER(
    "socialtjanst-2",
    "Socialsekreterare",
    "SOC1",
    ["SKO1", "SKO2", "SKO3", "SKO4", "SKO5", "SKO6"],
    "Socialtjänst",
  ),
  MEMBER(
    "forsta-linjen-1",
    "Samtalsbehandlare",
    "FLI1",
    ["SKO1", "SKO2", "SKO3", "SKO4", "SKO5", "SKO6"],
    "Första linjen",
  ),
  MEMBER("bup-sma-barn", "Psykolog", "BUP1", ["FSK1", "FSK2", "FSK3", "FSK4"], "BUP småbarn"),
  COORDINATOR("stodsamordnare-4", "Familjebehandlare", "SOC1"),
  COORDINATOR("stodsamordnare-5", "Skolkurator", "EHT1"),
  COORDINATOR("stodsamordnare-6", "Samtalsbehandlare", "FLI1"),
  COORDINATOR("stodsamordnare-7", "Socialsekreterare", "SOC1"),
  { loginKey: "staff:larare-sko1", title: "Lärare", unit: "SKO1", roles: ["upptackare"] },
  { loginKey: "staff:larare-sko2", title: "Lärare", unit: "SKO2", roles: ["upptackare"] },
  { loginKey: "staff:larare-sko5", title: "Mentor", unit: "SKO5", roles: ["upptackare"] },
  { loginKey: "staff:pedagog-fsk1", title: "Förskollärare", unit: "FSK1", roles: ["upptackare"] },
  { loginKey: "staff:pedagog-fsk3", title: "Förskollärare", unit: "FSK3", roles: ["upptackare"] },
  { loginKey: "staff:faltare-1", title: "Fältsekreterare", unit: "SOC1", roles: ["upptackare"] },
];

/** The larger invented kommun: eighteen units in four geographic areas. */
export const ALVHAMRA: KommunPlan = {
  code: CODE,
  name: "Älvhamra kommun",
  omraden: ALVHAMRA_OMRADEN,
  units: ALVHAMRA_UNITS,
  staff: [
    ...ALVHAMRA_PERSONAS,
    ...POSTS.map((post) => {
      const draw = drawFor(CODE, "staff", post.loginKey);
      return { ...post, givenName: inventGivenName(draw), familyName: inventFamilyName(draw) };
    }),
  ],
};

import type { PersonRole, ProtectedIdentity, UnitKind } from "../people/index.ts";

/** What is read, in this order: places first, then where pupils are and who works there, then who they are. */
export const REGISTER_RESOURCES = ["organisations", "placements", "duties", "persons"] as const;

export type RegisterResource = (typeof REGISTER_RESOURCES)[number];

/** `stopped` can be gone on with; the other ends are final. */
export const REGISTER_RUN_STATES = ["running", "done", "done_with_faults", "stopped"] as const;

export type RegisterRunState = (typeof REGISTER_RUN_STATES)[number];

/** A guardian by the register is one here when the Barnkontakt has said so. */
export const CANDIDATE_STATES = ["waiting", "confirmed", "rejected"] as const;

export type CandidateState = (typeof CANDIDATE_STATES)[number];

/** What the register may change about a followed child. Protection is raised at once and lowered by people only. */
export const REGISTER_NOTICE_KINDS = ["moved", "marking_raised", "marking_lifted", "left_register"] as const;

export type RegisterNoticeKind = (typeof REGISTER_NOTICE_KINDS)[number];

/** `securityMarking` of SS12000. A word it does not have protects too: it was put there for a reason. */
const MARKINGS: ReadonlyMap<string, ProtectedIdentity> = new Map([
  ["Ingen", "ingen"],
  ["Sekretessmarkering", "sekretessmarkering"],
  ["Skyddad folkbokföring", "skyddad_folkbokforing"],
]);

export function readMarking(code: string): {
  readonly marking: ProtectedIdentity;
  readonly isKnown: boolean;
} {
  const marking = MARKINGS.get(code);
  return { marking: marking ?? "sekretessmarkering", isKnown: marking !== undefined };
}

/** The stronger of two; protection is never lowered by a file. */
export function strongerMarking(one: ProtectedIdentity, other: ProtectedIdentity): ProtectedIdentity {
  const order: readonly ProtectedIdentity[] = ["ingen", "sekretessmarkering", "skyddad_folkbokforing"];
  return order.indexOf(one) >= order.indexOf(other) ? one : other;
}

export const ORGANISATION_TYPES: ReadonlySet<string> = new Set([
  "Huvudman",
  "Verksamhetsområde",
  "Förvaltning",
  "Rektorsområde",
  "Skola",
  "Skolenhet",
  "Varumärke",
  "Bolag",
  "Övrigt",
]);

export const SCHOOL_TYPES: ReadonlySet<string> = new Set([
  "FS",
  "FKLASS",
  "FSK",
  "FTH",
  "OPPFTH",
  "GR",
  "GRS",
  "GRAN",
  "TR",
  "SP",
  "SAM",
  "GY",
  "GYS",
  "GYAN",
  "VUX",
  "VUXSFI",
  "VUXGR",
  "VUXGY",
  "VUXSARGR",
  "VUXSARTR",
  "VUXSARGY",
  "SFI",
  "SARVUX",
  "SUV",
  "KU",
  "YH",
  "FHS",
  "STF",
  "KKU",
  "HS",
  "ABU",
  "AU",
]);

const COMPULSORY: ReadonlySet<string> = new Set(["FKLASS", "FSK", "GR", "GRS", "GRAN", "TR", "SP", "SAM"]);

/** The kind of place that an organisation of the register would be here. */
export function unitKindOf(schoolTypes: readonly string[]): UnitKind {
  if (schoolTypes.some((type) => COMPULSORY.has(type))) return "grundskola";
  return schoolTypes.includes("FS") ? "forskola" : "annan";
}

/** `dutyRole` of SS12000, and the role here that it suggests. An administrator decides; nothing is given by a file. */
const DUTY_ROLES: ReadonlyMap<string, PersonRole> = new Map([
  ["Rektor", "barnkontakt"],
  ["Förskolechef", "barnkontakt"],
  ["Kurator", "teammedlem"],
  ["Skolsköterska", "teammedlem"],
  ["Skolläkare", "teammedlem"],
  ["Skolpsykolog", "teammedlem"],
  ["Speciallärare/specialpedagog", "teammedlem"],
  ["Lärare", "upptackare"],
  ["Förstelärare", "upptackare"],
  ["Förskollärare", "upptackare"],
  ["Barnskötare", "upptackare"],
  ["Lärarassistent", "upptackare"],
  ["Fritidspedagog", "upptackare"],
  ["Övrig pedagogisk personal", "upptackare"],
]);

/** Roles of staff that suggest none here. */
const OTHER_DUTY_ROLES: ReadonlySet<string> = new Set([
  "Bibliotekarie",
  "Annan personal",
  "Studie- och yrkesvägledare",
  "Skoladministratör",
  "Övrig arbetsledning",
  "Övrig arbetsledning/rektorsassistent",
]);

export function isKnownDutyRole(code: string): boolean {
  return DUTY_ROLES.has(code) || OTHER_DUTY_ROLES.has(code);
}

export function suggestedRole(dutyRole: string): PersonRole | null {
  return DUTY_ROLES.get(dutyRole) ?? null;
}

export const RELATION_TYPES: ReadonlySet<string> = new Set([
  "Vårdnadshavare",
  "Familjehemsförälder",
  "God man",
  "Boendeförälder",
  "Kontaktperson",
  "Annan ansvarig",
]);

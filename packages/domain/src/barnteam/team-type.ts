import type { BarnteamAgeGroup } from "../people/index.ts";
import { type LocalDate, type LocalText, localDate } from "../shared/index.ts";

/** One seat of a standing Barnteam; extra people may be invited where a consent covers them. */
export type TeamSeat = { readonly name: LocalText; readonly convenes: boolean };

/** The seats of a Barnteam by age group, versioned: a municipality may set its own (domain A.6, C.2). */
export type TeamType = {
  readonly ageGroup: Exclude<BarnteamAgeGroup, "utan_barnteam">;
  readonly version: number;
  readonly validFrom: LocalDate;
  readonly seats: readonly TeamSeat[];
};

const seat = (sv: string, en: string): TeamSeat => ({ name: { sv, en }, convenes: false });
const convenor = (sv: string, en: string): TeamSeat => ({ name: { sv, en }, convenes: true });

const UPPTACKARE = seat("Upptäckare", "Upptäckare (who noticed)");
const SOCIAL_SERVICES = seat("Kontaktperson socialtjänst", "Contact at social services");

const SCHOOL = [
  convenor("Rektor grundskola (Barnkontakt)", "Head of school (Barnkontakt)"),
  seat("Elevhälsoteam", "Pupil health team"),
  seat("Skolpsykolog", "School psychologist"),
  SOCIAL_SERVICES,
  seat("Första linjen", "First-line mental health care"),
];

const FIRST = { version: 1, validFrom: localDate("2026-01-01") };

export const TEAM_TYPES: readonly TeamType[] = [
  {
    ...FIRST,
    ageGroup: "0-2,5",
    seats: [
      seat("Barnmorska (Barnkontakt)", "Midwife (Barnkontakt)"),
      seat("BVC-sköterska (Barnkontakt)", "Child health nurse (Barnkontakt)"),
      seat("Föräldrastödjare", "Parent supporter"),
      convenor("Samordnare", "Samordnare (convenor)"),
      UPPTACKARE,
    ],
  },
  {
    ...FIRST,
    ageGroup: "1-6",
    seats: [
      convenor("Rektor förskola (Barnkontakt)", "Head of preschool (Barnkontakt)"),
      seat("BVC-sköterska (Barnkontakt)", "Child health nurse (Barnkontakt)"),
      seat("Specialpedagog förskola", "Special needs teacher, preschool"),
      SOCIAL_SERVICES,
      seat("BUP småbarn och spädbarn", "Child psychiatry, infants and toddlers"),
      UPPTACKARE,
    ],
  },
  { ...FIRST, ageGroup: "7-12", seats: [...SCHOOL, UPPTACKARE] },
  { ...FIRST, ageGroup: "13-16", seats: [...SCHOOL, seat("Polis", "Police"), UPPTACKARE] },
];

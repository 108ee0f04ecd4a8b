import type { PersonRole } from "@kompassen/domain/people";

/** How somebody who asks stands, stood or will stand to the child that is asked about. */
export const RELATIONS = [
  "none",
  "signed_out",
  "guardian_account",
  "other_kommun",
  "responsible_for_another",
  "barnkontakt_now",
  "barnkontakt_ended",
  "barnkontakt_future",
  "stodsamordnare_now",
  "stodsamordnare_ended",
  "stodsamordnare_future",
  "samtalsledare_now",
  "samtalsledare_ended",
  "samtalsledare_future",
  "barnteam_meeting_near",
  "barnteam_meeting_held",
  "barnteam_meeting_far_ahead",
  "barnteam_meeting_long_past",
  "barnteam_seat_ended",
  "individuellt_barnteam",
  "individuellt_barnteam_ended",
  "emergency_running",
  "emergency_over",
] as const;

export type Relation = (typeof RELATIONS)[number];

export function isRelation(word: string): word is Relation {
  return RELATIONS.some((relation) => relation === word);
}

/** Of the child's guardian, to the team's step. */
export const CONSENTS = ["none", "given", "withdrawn", "expired"] as const;

export const PROTECTIONS = ["ingen", "sekretessmarkering", "skyddad_folkbokforing"] as const;

/** One question of the matrix: who asks for what, about which child. */
export interface Cell {
  readonly procedure: string;
  readonly role: PersonRole | null;
  readonly relation: Relation;
  readonly consent: (typeof CONSENTS)[number];
  readonly protection: (typeof PROTECTIONS)[number];
  /** About the child whose follow-up has ended. */
  readonly isClosed?: true;
}

/** What a relation makes of somebody today. */
export type Seat =
  | "barnkontakt"
  | "stodsamordnare"
  | "samtalsledare"
  | "barnteam"
  | "individuellt"
  | "nodoppning";

/**
 * A relation counts from its first day to its last. A seat in a team counts while the written consent covers and a
 * meeting is near, and never for a child with protected identity; nor does emergency access. A child whose follow-up
 * has ended stays with those who are responsible, and for the hour that it was opened.
 */
export function seatOf(cell: Cell): Seat | null {
  const { relation, protection } = cell;
  if (cell.isClosed && !STAYS.includes(relation)) return null;
  switch (relation) {
    case "barnkontakt_now":
      return "barnkontakt";
    case "stodsamordnare_now":
      return "stodsamordnare";
    case "samtalsledare_now":
      return "samtalsledare";
    case "barnteam_meeting_near":
      return isCovered(cell) ? "barnteam" : null;
    case "individuellt_barnteam":
      return isCovered(cell) ? "individuellt" : null;
    case "emergency_running":
      return protection === "ingen" ? "nodoppning" : null;
    default:
      return null;
  }
}

const STAYS: readonly Relation[] = ["barnkontakt_now", "stodsamordnare_now", "emergency_running"];

const isCovered = ({ consent, protection }: Cell) => consent === "given" && protection === "ingen";

export const isSignedIn = ({ relation }: Cell) =>
  relation !== "signed_out" && relation !== "guardian_account";

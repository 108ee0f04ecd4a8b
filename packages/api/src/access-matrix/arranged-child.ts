import type { Cell, Relation } from "./relations.ts";

/** One child of the matrix with all that can be asked for; every id of its rows begins with the same eight digits. */
export interface ArrangedChild {
  readonly id: string;
  /** The eight digits. */
  readonly prefix: string;
  /** Stands in every text about the child. */
  readonly marker: string;
  /** Its given name and its family name. */
  readonly name: string;
  readonly caseNumber: string;
  readonly guardianId: string;
  /** Of a guardian without an account. */
  readonly secondGuardianId: string;
  readonly firstCompassId: string;
  readonly compassId: string;
  readonly openCompassId: string;
  readonly assessmentId: string;
  readonly jointDraftId: string;
  readonly ownDraftId: string;
  readonly signalId: string;
  readonly supportId: string;
  readonly eventId: string;
  readonly talksId: string;
  readonly teamId: string;
  readonly meetingId: string;
  readonly emergencyId: string;
  readonly sharingId: string;
  readonly handOverId: string;
  /** Of an adult whom the school register names. */
  readonly sourceId: string;
}

/** The children and people of one role: nobody of them stands to the children of another. */
export interface ArrangedSet {
  readonly kommunCode: string;
  readonly otherKommunCode: string;
  readonly unitId: string;
  readonly otherUnitId: string;
  /** Of the kommun: follows no child, may be given one as Barnkontakt or Stödsamordnare. */
  readonly colleagueId: string;
  /** Whose meeting is near. */
  readonly standingTeamId: string;
  readonly role: Cell["role"];
  /** Followed by `responsible_for_another` alone. */
  readonly another: ArrangedChild;
  /** Under a consent that covers, not protected, and followed no longer. */
  readonly closed: ArrangedChild;
  person(relation: Relation): string;
  child(consent: Cell["consent"], protection: Cell["protection"]): ArrangedChild;
}

export function childNumbered(number: number): ArrangedChild {
  const prefix = (0xc0de0000 + number).toString(16);
  const id = (row: number) => `${prefix}-0000-7000-8000-${row.toString(16).padStart(12, "0")}`;
  return {
    id: id(1),
    prefix,
    marker: `Mk${prefix}`,
    name: `Nm${prefix}`,
    caseNumber: `M${prefix.toUpperCase()}`,
    guardianId: id(2),
    firstCompassId: id(3),
    compassId: id(4),
    openCompassId: id(5),
    assessmentId: id(6),
    jointDraftId: id(7),
    ownDraftId: id(8),
    signalId: id(9),
    supportId: id(10),
    eventId: id(11),
    talksId: id(12),
    teamId: id(13),
    meetingId: id(14),
    emergencyId: id(15),
    secondGuardianId: id(16),
    sharingId: id(17),
    handOverId: id(18),
    sourceId: id(19),
  };
}

/** Further rows of the child. */
export function rowOf({ prefix }: ArrangedChild, row: number): string {
  return `${prefix}-0000-7000-8000-${row.toString(16).padStart(12, "0")}`;
}

import type { PersonRole } from "@kompassen/domain/people";
import type { Purpose } from "../audit/index.ts";
import type { Cell, Seat } from "./relations.ts";

/** One row of the table of who may what. */
export interface Rule {
  /** The seats at the child that may call. Absent: the call names no child. */
  readonly seats?: readonly Seat[];
  /** For the guardian of the child alone, by the family's own way in. */
  readonly isOfFamily?: true;
  /** The roles that may call. Absent: the role decides nothing. */
  readonly roles?: readonly PersonRole[];
  /** In the answer of a list the child stands for these seats and for nobody else. */
  readonly shows?: readonly Seat[];
  /** For these roles the child may stand in the answer by its case number. */
  readonly mayShowTo?: readonly PersonRole[];
  /** Purposes that the log of the child is written with. */
  readonly purpose?: Purpose;
  /** What everybody who may call is told all the same: nobody decides on what is their own. */
  readonly alwaysRefused?: string;
  /** What those who may call are told without a written consent that runs. */
  readonly refusedWithoutConsent?: string;
  /** What those who may call are told about a child whose follow-up has ended. */
  readonly refusedWhenClosed?: string;
  /** A list that a child whose follow-up has ended does not stand in. */
  readonly isOfFollowed?: true;
  /**
   * Names a row of one kommun: what those are told who hold the role in another, as of a row that does not exist.
   * Null: they are answered, and nothing is changed.
   */
  readonly elsewhere?: string | null;
  /** What those are told who stand to the child otherwise and may make the call for other raters. */
  readonly refusesOtherSeats?: string;
  /**
   * With the api's lock off, the seats to whom the database still opens rows of it that other calls of theirs need:
   * the rounds of a child, the own team. Nothing may be changed, and no text or name is among them.
   */
  readonly databaseTells?: readonly Seat[];
  /** A call that is repeated changes nothing; under these consents alone, when they are named. */
  readonly mayChangeNothing?: true | readonly Cell["consent"][];
  /** Changes no row, whoever calls. */
  readonly changesNothing?: true;
  /** Reads what is released and holds no child: there is no second lock to hold. */
  readonly isReleased?: true;
  /** Opens a child to whoever does not follow it, when it is followed and not protected. */
  readonly opensToStrangers?: true;
}

export type Rules = Readonly<Record<string, Rule>>;

export const RESPONSIBLE: readonly Seat[] = ["barnkontakt", "stodsamordnare"];
export const TEAM: readonly Seat[] = [...RESPONSIBLE, "barnteam", "individuellt"];
export const ALL_SEATS: readonly Seat[] = [...TEAM, "samtalsledare"];

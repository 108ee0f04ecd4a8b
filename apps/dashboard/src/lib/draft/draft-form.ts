import type { AgeForm, InstrumentId } from "@kompassen/domain/behovskompass";
import type { FormArea } from "./draft-content.ts";

/** An open form as its pages show it. */
export type DraftForm = {
  readonly id: string;
  readonly isChild: boolean;
  /** The joint form of the Barnteam: several fill it in. */
  readonly isJoint: boolean;
  readonly isMine: boolean;
  readonly openedByName: string;
  readonly ageForm: AgeForm | null;
  readonly instrument: InstrumentId;
  /** Said wherever the texts are our own placeholders; null for an official form. */
  readonly placeholderNotice: string | null;
  readonly isUninfluenced: boolean;
  /** Whether the person could open the earlier ratings on purpose: not whoever only holds the conversation. */
  readonly mayShowEarlier: boolean;
  /** "Samtalsunderlag, barnet, 12 mar 2026". */
  readonly context: string;
  /** "1 = fungerar inte alls, 5 = fungerar mycket väl". */
  readonly scale: string;
  readonly areas: readonly FormArea[];
};

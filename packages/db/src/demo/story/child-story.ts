import type { SupportKind, SupportStatus } from "@kompassen/domain/barnets-plan";
import type { AgeForm, Area, RaterKey } from "@kompassen/domain/behovskompass";
import type { ConsentState, ConsentStep } from "@kompassen/domain/consent";
import type { ClosingReason, ProtectedIdentity } from "@kompassen/domain/people";
import type { LocalDate } from "@kompassen/domain/shared";
import type { Stage } from "../places/kommun-plan.ts";

/** Everything that is invented about one child, before it becomes rows. People are named by their login key. */
export interface ChildStory {
  readonly kommunCode: string;
  readonly id: string;
  /** Tells this child's draws and ids from those of every other child. */
  readonly key: string;
  readonly number: number;
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: LocalDate;
  readonly protectedIdentity: ProtectedIdentity;
  readonly guardians: readonly GuardianStory[];
  /** In order; the last one is where the child is now. */
  readonly stays: readonly Stay[];
  readonly registeredOn: LocalDate;
  readonly nextFollowUpOn: LocalDate | null;
  readonly closed: { readonly on: LocalDate; readonly reason: ClosingReason } | null;
  readonly stodsamordnare: { readonly loginKey: string; readonly from: LocalDate } | null;
  /** When the Barnteam first took the child up; null while only the own verksamhet gives support. */
  readonly barnteamFrom: LocalDate | null;
  readonly rounds: readonly RoundStory[];
  readonly consents: readonly ConsentStory[];
  readonly supports: readonly SupportStory[];
  readonly events: readonly EventStory[];
  /** How raised signals stand, where the story says it; the others get a believable life. */
  readonly signalLives: ReadonlyMap<Area, ScriptedLife>;
}

export interface GuardianStory {
  readonly ordinal: number;
  readonly name: string;
  readonly relation: string;
}

export interface Stay {
  readonly unit: string;
  readonly stage: Stage;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

/** One round: each rater's assessment, and what was said about it afterwards. */
export interface RoundStory {
  readonly openedOn: LocalDate;
  readonly assessments: readonly AssessmentStory[];
  readonly thoughts: ReadonlyMap<Area, ThoughtStory>;
  readonly conversation: ConversationStory | null;
}

export type FormKey = "samtalsunderlag 1" | "skattningsformular 1" | "skattningsformular 2";

/** One character an answer, per area, as the domain packs them: `1`-`5`, `_` blank, `?` don't know, `!` declined. */
export type AreaAnswers = Readonly<Record<Area, string>>;

export interface AssessmentStory {
  readonly rater: RaterKey;
  readonly form: FormKey;
  readonly ageForm: AgeForm | null;
  readonly assessedOn: LocalDate;
  readonly registeredOn: LocalDate;
  readonly answers: AreaAnswers;
  readonly comments: ReadonlyMap<Area, string>;
  readonly startingArea: Area | null;
  readonly uninfluenced: boolean;
  /** What stood there before it was corrected. */
  readonly correctedFrom: { readonly answers: AreaAnswers; readonly reason: string } | null;
}

export interface ThoughtStory {
  readonly concern: boolean | null;
  readonly target: string | null;
  readonly workOn: boolean;
}

export interface ConversationStory {
  readonly heldOn: LocalDate;
  readonly whatHasChanged: string;
  readonly howItFeels: string;
  readonly pictureMatches: boolean | null;
  readonly pictureComment: string;
  readonly whatNext: string;
}

export interface ConsentStory {
  /** The guardian's ordinal, or null for the child. */
  readonly guardian: number | null;
  readonly step: ConsentStep;
  readonly state: ConsentState;
  readonly decidedOn: LocalDate;
  readonly validTo: LocalDate | null;
  readonly paperLocation: string | null;
}

export interface SupportStory {
  readonly area: Area;
  readonly kind: SupportKind;
  readonly description: string;
  readonly givenBy: string;
  readonly status: SupportStatus;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate | null;
}

export interface EventStory {
  readonly happenedOn: LocalDate;
  readonly description: string;
}

export type ScriptedLife =
  | "new"
  | "seen"
  | "on_coming_agenda"
  | "passed_by"
  | "decided_action"
  | "decided_no_action";

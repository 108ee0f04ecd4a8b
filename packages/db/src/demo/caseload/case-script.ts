import type { Area } from "@kompassen/domain/behovskompass";
import type { ProtectedIdentity } from "@kompassen/domain/people";
import type { ScriptedLife } from "../story/child-story.ts";
import type { ConsentCourse } from "../story/tell-consents.ts";

/**
 * A child of the main Stödsamordnare's caseload, written by hand so that the work list shows one case of each
 * kind. What is not said here works well and is kept.
 */
export interface CaseScript {
  /** What the child shows, for whoever reads the list of cases. */
  readonly shows: string;
  readonly years: number;
  readonly unit: string;
  /** The rounds, in weeks before today, the oldest first. */
  readonly weeksAgo: readonly number[];
  /** Days from today to the next follow-up; negative is overdue, null was never set. */
  readonly nextInDays: number | null;
  /** The areas that have a story. */
  readonly areas: Partial<Readonly<Record<Area, AreaScript>>>;
  /** Whether the conversation after the latest round has been held: until then thoughts are only presumed. */
  readonly isTalkedThrough: boolean;
  readonly consent?: ConsentCourse;
  readonly protectedIdentity?: ProtectedIdentity;
  /** The second-latest conversation said that the picture does not match. */
  readonly pictureDiffers?: boolean;
  /** Earlier scores were opened on purpose in the latest round. */
  readonly openedOnPurpose?: boolean;
}

/**
 * Levels from 1 to 5, one a round. A single number is rounded; a form's statements are spread around it.
 * Text is taken as it is: `!` declined, `?` don't know, `_` blank. `null` = this rater was not there that round.
 */
export type Level = number | "!" | "?" | "_" | null;

export interface AreaScript {
  /** Everybody sees it so, unless their own line says otherwise. */
  readonly all: readonly number[];
  readonly barn?: readonly Level[];
  readonly vardnadshavare?: readonly Level[];
  readonly barnteam?: readonly Level[];
  /** Answered after each round; the first round has nothing to look back on. */
  readonly thoughtsRemain?: readonly (boolean | null)[];
  readonly target?: string;
  /** How the signal of the latest round stands, if one is raised. */
  readonly life?: ScriptedLife;
}

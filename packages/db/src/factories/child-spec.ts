import type { Area } from "@kompassen/domain/behovskompass";
import type { ConsentStep } from "@kompassen/domain/consent";
import type { ClosingReason, ProtectedIdentity, RelationKind } from "@kompassen/domain/people";
import type { LocalDate } from "@kompassen/domain/shared";

/** The child's own ratings of an area, one a round; areas that are not named are a steady four. */
export type OwnRatings = Partial<Readonly<Record<Area, readonly number[]>>>;

export interface ChildSpec {
  readonly birthDate: LocalDate;
  readonly protectedIdentity: ProtectedIdentity;
  readonly guardians: number;
  readonly followers: readonly { readonly personId: string; readonly kind: RelationKind }[];
  readonly consents: readonly ConsentStep[];
  readonly nextFollowUpOn: LocalDate | null;
  readonly closed: { readonly on: LocalDate; readonly reason: ClosingReason } | null;
  readonly ownRatings: OwnRatings;
}

export interface TestChild {
  readonly id: string;
  readonly guardianIds: readonly string[];
  /** The rounds, the oldest first, twelve weeks apart; the latest was a week ago. */
  readonly compassIds: readonly string[];
}

export { ageInMonths, ageInYears } from "./age.ts";
export {
  type AgeGroupDefinition,
  ageGroupName,
  BARNTEAM_AGE_GROUPS,
  BARNTEAM_GROUPS,
  type BarnteamAgeGroup,
  barnteamAgeGroup,
} from "./barnteam-age-group.ts";
export { caseNumberOf } from "./case-number.ts";
export {
  HAND_OVER_STATES,
  type HandOverState,
  type PossibleSuccessor,
  type SuccessorReason,
  suggestSuccessors,
} from "./hand-over.ts";
export {
  CLOSING_REASONS,
  type ClosingReason,
  PROTECTED_IDENTITIES,
  type ProtectedIdentity,
  RELATION_KINDS,
  RESPONSIBLE_KINDS,
  type RelationKind,
} from "./relation.ts";
export { PERSON_ROLES, type PersonRole } from "./role.ts";
export { UNIT_KINDS, type UnitKind } from "./unit-kind.ts";

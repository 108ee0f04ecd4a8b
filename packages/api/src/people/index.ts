export type { ChildCard, ChildConsent, ChildGuardian, ChildRelation, OpenDraft } from "./get-child.ts";
export type { CaseloadChild } from "./list-caseload.ts";
export type { StaffOption, UnitOption } from "./list-options.ts";
export { peopleRouter } from "./router.ts";

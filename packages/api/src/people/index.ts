export { appointInput } from "./appoint.ts";
export { changeChildInput } from "./change-child.ts";
export { closeChildInput } from "./close-child.ts";
export type { ChildCard, ChildConsent, ChildGuardian, ChildRelation, OpenDraft } from "./get-child.ts";
export type { CaseloadChild, CaseloadGlyph, GlyphCompass } from "./list-caseload.ts";
export type { StaffOption, UnitOption } from "./list-options.ts";
export { registerChildInput } from "./register-child.ts";
export { peopleRouter } from "./router.ts";

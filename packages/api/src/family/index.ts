export type { FamilyCompass, FamilyOverview, FamilyPerson, FamilySupport } from "./get-overview.ts";
export type { OwnAnswer, OwnConsent } from "./get-own-consents.ts";
export type { FamilyChild } from "./list-children.ts";
export type { FamilyShare } from "./list-family-shares.ts";
export type { FamilyLook } from "./list-looks.ts";
export { familyRouter } from "./router.ts";
export type { FamilyClosure } from "./withdraw-own-consent.ts";

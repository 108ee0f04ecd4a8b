export type { Closure } from "./closure.ts";
export { decideChildAskedInput } from "./decide-child-asked.ts";
export { ensureCovered, listMissing } from "./ensure-covered.ts";
export type { ChildAsked, ConsentBook, ConsentEntry } from "./get-consents.ts";
export type { TakenBack } from "./list-taken-back.ts";
export { recordAgreementInput } from "./record-agreement.ts";
export { recordConsentInput } from "./record-consent.ts";
export { consentRouter } from "./router.ts";
export { withdrawConsentInput } from "./withdraw-consent.ts";

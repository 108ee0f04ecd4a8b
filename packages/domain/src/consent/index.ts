export { suggestsAskingChild } from "./asks-child.ts";
export {
  CONSENT_STATES,
  CONSENT_STEPS,
  CONSENT_WAYS,
  type ConsentState,
  type ConsentStep,
  type ConsentWay,
} from "./consent.ts";
export { type ConsentRecord, latestAnswer, mayCorrect } from "./consent-record.ts";
export { type ConsentText, consentText } from "./consent-text.ts";
export { type ConsentGate, type Coverage, covers, type MissingConsent } from "./covers.ts";
export { reaches, type ScopeLine, type Share } from "./scope.ts";

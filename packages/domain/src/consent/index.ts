export { CONSENT_STATES, CONSENT_STEPS, type ConsentState, type ConsentStep } from "./consent.ts";
export { type ConsentRecord, type Coverage, covers, type MissingConsent } from "./covers.ts";

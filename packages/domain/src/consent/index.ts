export { CONSENT_STATES, CONSENT_STEPS, type ConsentState, type ConsentStep } from "./consent.ts";

export { recordConsentInput } from "./record-consent.ts";
export { consentRouter } from "./router.ts";

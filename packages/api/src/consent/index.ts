export { consentRouter } from "./router.ts";

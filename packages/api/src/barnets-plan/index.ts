export { barnetsPlanRouter } from "./router.ts";

export { type LifeEventView, type LifeLine, loadLifeLine, type SupportView } from "./get-life-line.ts";
export { changeSupportInput, recordSupportInput } from "./record-support.ts";
export { barnetsPlanRouter } from "./router.ts";

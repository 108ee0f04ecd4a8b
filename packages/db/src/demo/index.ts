export { isDemoMissing } from "./is-empty.ts";
export { type DemoProgress, type DemoSummary, type KommunSummary, loadDemo } from "./load-demo.ts";

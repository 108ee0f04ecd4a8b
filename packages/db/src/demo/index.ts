export { isDemoMissing } from "./is-demo-missing.ts";
export { type DemoProgress, type DemoSummary, type KommunSummary, loadDemo } from "./load-demo.ts";

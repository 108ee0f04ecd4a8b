export { openRuntime, type Runtime, type RuntimeSettings } from "./runtime.ts";

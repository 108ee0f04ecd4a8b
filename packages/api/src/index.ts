export type { Context, SignedIn, SignedInGuardian } from "./context/index.ts";
export { type AppRouter, appRouter, createCaller } from "./router.ts";
export { openRuntime, type Runtime } from "./runtime/index.ts";

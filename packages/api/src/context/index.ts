export type { ActorContext, CallLimits, Context, SignedIn, SignedInGuardian } from "./context.ts";

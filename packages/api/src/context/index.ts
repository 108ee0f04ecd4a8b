export type { ActorContext, Context, SignedIn, SignedInGuardian } from "./context.ts";

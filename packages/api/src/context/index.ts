export type { ActorContext, Context, SignedIn } from "./context.ts";

export { day } from "./input.ts";
export {
  askingProcedure,
  childProcedure,
  createCallerFactory,
  publicProcedure,
  router,
  signedInProcedure,
} from "./procedure.ts";
export { toWire } from "./wire.ts";
